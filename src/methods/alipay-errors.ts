import type { ErrorTexts, InEachLanguage } from '../flow/step.js';

/** What can go wrong on the way to Alipay and back. */
export const alipayErrors: InEachLanguage<ErrorTexts> = {
  en: {
    'alipay-state': 'This Alipay login is no longer valid. Please start it again.',
    'alipay-cancelled': 'The login with Alipay was cancelled.',
    'alipay-unavailable': 'Alipay cannot be used here. Please log in another way.',
    'alipay-unavailable:wechat':
      'WeChat does not open Alipay. Choose “Open in browser” in the menu at the top right, or log in another way.',
    'alipay-unavailable:frame':
      'Alipay cannot be opened from inside this frame. Open the page by itself, or log in another way.',
    'alipay-unavailable:storage':
      'Your browser keeps no data for this page, so it could not recognise you when you come back from Alipay. Allow it to, or log in another way.',
  },
  'zh-CN': {
    'alipay-state': '本次支付宝登录已失效，请重新开始。',
    'alipay-cancelled': '已取消支付宝登录。',
    'alipay-unavailable': '当前环境无法使用支付宝登录，请使用其他方式。',
    'alipay-unavailable:wechat': '微信内无法打开支付宝，请点击右上角选择“在浏览器打开”，或使用其他方式登录。',
    'alipay-unavailable:frame': '无法在嵌入页面中打开支付宝，请单独打开本页面，或使用其他方式登录。',
    'alipay-unavailable:storage':
      '浏览器未允许本页面保存数据，从支付宝返回后将无法确认您的身份。请允许保存，或使用其他方式登录。',
  },
};
