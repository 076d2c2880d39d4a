import type { LoginMethod } from './method.js';

/** Login with a code by text message. */
export const sms: LoginMethod = {
  id: 'sms',
  screen: { name: 'start', fields: ['mobile', 'code'], action: 'logIn' },
  async begin() {
    const { smsStep } = await import('./sms-step.js');
    return smsStep(this.screen);
  },
};
