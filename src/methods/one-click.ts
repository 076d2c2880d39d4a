import type { LoginMethod } from './method.js';

/** Login with the phone's own number, which its carrier vouches for (API, "One-click login"). */
export const oneClick: LoginMethod = {
  id: 'one-click',
  screen: { name: 'start', fields: [] },
  texts: {
    en: {
      tab: 'One tap',
      button: 'Log in with this phone’s number',
      note: 'Your mobile carrier confirms your number. Mobile data has to be on.',
    },
    'zh-CN': { tab: '一键登录', button: '本机号码一键登录', note: '由运营商验证本机号码，请打开移动数据。' },
  },
  properties: { oneClick: false },
  needs: 'oneClick',
  isShortcut: true,
  async begin() {
    const { oneClickStep } = await import('./one-click-step.js');
    return oneClickStep(this.screen);
  },
};
