import type { FormMessages } from './messages.js';

/** English: the form. */
export const enForm: FormMessages = {
  lang: 'en',
  mobile: 'Mobile number',
  areaCode: 'Country or region calling code',
  code: 'Verification code',
  getCode: 'Get code',
  resendIn: 'Resend in {seconds} s',
  waitFor: 'Try again in {seconds} s',
  actions: { logIn: 'Log in' },
  consent: 'I agree to the {links}',
  terms: 'Terms of Service',
  and: ' and the ',
  privacy: 'Privacy Policy',
  network: 'The login service could not be reached. Check your connection and try again.',
  notLoaded: 'The login could not be loaded. Check your connection and reload this page.',
  offline: 'You are offline. Connect to the internet and try again.',
};
