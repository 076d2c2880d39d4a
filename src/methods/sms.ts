import type { LoginMethod } from './method.js';

/** Login with a code by text message. */
export const sms: LoginMethod = {
  id: 'sms',
  screen: { name: 'start', fields: ['mobile', 'code'] },
  texts: {
    en: { tab: 'Text message', button: 'Log in' },
    'zh-CN': { tab: '短信登录', button: '登录' },
  },
  async begin() {
    const { smsStep } = await import('./sms-step.js');
    return smsStep(this.screen);
  },
};
