import type { FormMessages } from './messages.js';

/** English: the form. */
export const enForm: FormMessages = {
  lang: 'en',
  mobile: 'Mobile number',
  areaCode: 'Country or region calling code',
  code: 'Verification code',
  getCode: 'Get code',
  methodsLabel: 'Ways to log in',
  consent: 'I agree to the {links}',
  terms: 'Terms of Service',
  and: ' and the ',
  privacy: 'Privacy Policy',
  notLoaded: 'The login could not be loaded. Check your connection and reload this page.',
};
