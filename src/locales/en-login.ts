import type { LoginMessages } from './messages.js';

/** English: what comes after the form. */
export const enLogin: LoginMessages = {
  sending: 'Sending the code…',
  codeSent: 'The code is on its way. Enter it when it arrives.',
  submitting: 'Logging in…',
  done: 'You are logged in.',
  resendIn: 'Resend in {seconds} s',
  waitFor: 'Try again in {seconds} s',
  steps: {
    mfa: {
      title: 'One more step',
      note: 'To make sure that it is you, we send a code to {mobile}.',
      button: 'Confirm',
    },
    bind: {
      title: 'Add your mobile number',
      note: 'This login is new here. Confirm a mobile number to connect it with your account.',
      button: 'Connect and log in',
    },
    register: {
      title: 'Create your account',
      note: 'There is no account for this login yet. Confirm a mobile number to create one.',
      button: 'Create account',
    },
  },
  back: 'Back',

  puzzleTitle: 'Drag the piece into place',
  puzzleSlider: 'Position of the piece',
  puzzleHelp: 'Drag the slider and let go. Or click its track or use the arrow keys, then press Check.',
  puzzleLoading: 'Loading the puzzle…',
  puzzleChecking: 'Checking…',
  puzzleCheck: 'Check',
  puzzleReload: 'New picture',
  cancel: 'Cancel',

  offline: 'You are offline. Connect to the internet and try again.',
  errors: {
    network: 'The login service could not be reached. Check your connection and try again.',
    config: 'This login box is not set up correctly ({subject}). Please tell the people who run this page.',
    timeout: 'The login service took too long to answer. Please try again.',
    busy: 'The login service is busy. Please try again in a moment.',
    'rate-limited': 'Too many attempts. Please wait a while.',
    'bad-response': 'Something went wrong at the login service. Please try again later.',
    'device-incomplete':
      'The login service is missing details about your device. Reload the page and try again.',
    'app-unknown':
      'The login service does not know this application. Please tell the people who run this page.',
    'mobile-invalid': 'Enter a valid mobile number.',
    'code-missing': 'Enter the code from the text message.',
    'consent-required': 'Please agree to the terms first.',
    'captcha-failed': 'That was not the right place. Here is a new picture; try again.',
    'captcha-expired': 'The puzzle has expired. Please try again with a new one.',
    'captcha-cancelled': 'The puzzle was cancelled.',
    'send-failed': 'The code could not be sent. Please try again later.',
    'code-wrong': 'The code is wrong or has expired. Check it, or get a new one.',
    'user-not-found': 'There is no account for this number.',
    'user-disabled': 'This account is disabled. Please contact support.',
    'user-locked': 'This account is locked for now. Please try again later.',
    'access-denied': 'You are not allowed to log in here.',
    'password-wrong': 'The user name or the password is wrong.',
    'state-token-invalid': 'This login took too long. Please start again.',
    'session-invalid': 'This session has ended. Please log in again.',
    'id-token-invalid': 'The login could not be confirmed as genuine. Please try again.',
    refused: 'The login was refused.',
  },
  retryAfter: ' You can try again in {seconds} seconds.',
};
