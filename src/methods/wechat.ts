import type { LoginMethod } from './method.js';

/** Login with WeChat by redirect. It is not among the element's own methods: a page adds it to a class of its own. */
export const wechat: LoginMethod = {
  id: 'wechat',
  screen: { name: 'start', fields: [] },
  texts: {
    en: {
      tab: 'WeChat',
      button: 'Continue with WeChat',
      note: 'You go to WeChat to log in, and come back here.',
    },
    'zh-CN': { tab: '微信登录', button: '使用微信登录', note: '将前往微信完成登录，然后返回本页。' },
  },
  properties: {
    wechatAppId: 'wechat-app-id',
    wechatScope: 'wechat-scope',
    wechatRedirectUri: 'wechat-redirect-uri',
    wechatAuthorizeUrl: 'wechat-authorize-url',
  },
  needs: 'wechatAppId',
  leavesPage: true,
  async begin() {
    const { wechatStep } = await import('./wechat-step.js');
    return wechatStep(this.screen);
  },
};
