import type { LoginMethod } from './method.js';

/** Login with a user name and a password. It is not among the element's own methods: a page adds it to a class of its own. */
export const password: LoginMethod = {
  id: 'password',
  screen: {
    name: 'start',
    fields: [
      { name: 'userName', type: 'text', autocomplete: 'username' },
      { name: 'password', type: 'password', autocomplete: 'current-password' },
    ],
  },
  texts: {
    en: { tab: 'Password', button: 'Log in', fields: { userName: 'User name', password: 'Password' } },
    'zh-CN': { tab: '密码登录', button: '登录', fields: { userName: '用户名', password: '密码' } },
  },
  async begin() {
    const { passwordStep } = await import('./password-step.js');
    return passwordStep(this.screen);
  },
};
