import type { LoginMethod } from './method.js';

/** Login with Alipay: there and back by redirect (API, "Alipay in the browser"). */
export const alipay: LoginMethod = {
  id: 'alipay',
  screen: { name: 'start', fields: [] },
  texts: {
    en: {
      tab: 'Alipay',
      button: 'Continue with Alipay',
      note: 'You go to Alipay to log in, and come back here.',
    },
    'zh-CN': { tab: '支付宝登录', button: '使用支付宝登录', note: '将前往支付宝完成登录，然后返回本页。' },
  },
  properties: {
    alipayAppId: 'alipay-app-id',
    alipayScope: 'alipay-scope',
    alipayRedirectUri: 'alipay-redirect-uri',
    alipayAuthorizeUrl: 'alipay-authorize-url',
    alipayApi: 'alipay-api',
  },
  needs: 'alipayAppId',
  leavesPage: true,
  async begin() {
    const { alipayStep } = await import('./alipay-step.js');
    return alipayStep(this.screen);
  },
};
