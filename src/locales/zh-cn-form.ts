import type { FormMessages } from './messages.js';

/** Simplified Chinese: the form. */
export const zhCnForm: FormMessages = {
  lang: 'zh-CN',
  mobile: '手机号',
  areaCode: '国家或地区代码',
  code: '验证码',
  getCode: '获取验证码',
  methodsLabel: '登录方式',
  consent: '我已阅读并同意{links}',
  terms: '《服务条款》',
  and: '和',
  privacy: '《隐私政策》',
  notLoaded: '登录功能未能加载，请检查网络后刷新页面。',
};
