import { FIXED_CODE, FIXED_MOBILE, TEST_PASSWORD } from '../../../demo/server/test-numbers.ts';
import type { Ciam } from '../../support/ciam.ts';
import { CALLS, type CallName } from '../../support/faults/calls.ts';
import { fill, has } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { soon } from '../support/steps.ts';
import { goOn, openBox, openContinued, openOneClick, setOut, stepOf } from './every-box.ts';

/** Calls that no element makes, each with the reason. */
export const NOT_MADE = {
  logout: 'a page ends a session long after the login, with the client',
} as const satisfies Partial<Record<CallName, string>>;

/** A call that the element makes. */
export type ElementCall = Exclude<CallName, keyof typeof NOT_MADE>;

/** How somebody comes to a call, and what they find when it has failed. */
export interface Way {
  /** How the tenant has to be for that. */
  readonly settings?: Parameters<Ciam['settings']>[0];
  /** Up to the press that makes the call, and no further. */
  enter(ciam: Ciam, attributes: Readonly<Record<string, string>>): Promise<LoginBox>;
  /** Fills in what has to be, and presses. */
  press(box: LoginBox): unknown;
  /** The step at which that is; a login that can go on stays there. */
  readonly step: string;
  /** A field that is kept as it was typed. */
  readonly keeps?: { readonly field: string; readonly value: string };
  /** What was pressed for has come. */
  isDone(box: LoginBox): boolean;
  /** What was pressed with is spent: the login is begun again. */
  readonly isSpent?: true;
  /** Nobody is told, since nobody has asked for it. */
  readonly isQuiet?: true;
}

const EMAIL = 'li.lei@example.com';
const MOBILE = { field: '#mobile', value: FIXED_MOBILE };
/** Nobody goes there: the redirect is cancelled. */
const AUTHORIZE = 'http://localhost:9/authorize';
const ALIPAY = { 'alipay-app-id': '2021000000000001', 'alipay-authorize-url': AUTHORIZE };
const WECHAT = { 'wechat-app-id': 'wx0123456789abcdef', 'wechat-authorize-url': AUTHORIZE };

const isLoggedIn = (box: LoginBox) => box.seen('success').length > 0;
const isSent = (box: LoginBox) => box.seen('code-sent').length > 0;

function enterCode(box: LoginBox): void {
  if (has(box, '#mobile')) fill(box.mobile, FIXED_MOBILE);
  fill(box.code, FIXED_CODE);
  box.submitButton.click();
}

/** The form, opened with these attributes, and a code to log in with. */
const form = (more: Record<string, string> = {}, settings: Way['settings'] = {}): Way => ({
  settings,
  enter: (ciam, attributes) => openBox(ciam, { ...attributes, ...more }),
  press: enterCode,
  step: 'start',
  keeps: MOBILE,
  isDone: isLoggedIn,
});

/** A code is asked for, which takes three calls. */
const order: Way = {
  ...form(),
  press(box) {
    fill(box.mobile, FIXED_MOBILE);
    box.sendButton.click();
  },
  isDone: isSent,
};

const continued = (status: string, step: string, press: Way['press'], keeps?: Way['keeps']): Way => ({
  enter: (ciam, attributes) => openContinued(ciam, attributes, { status, step }),
  press,
  step,
  ...(keeps && { keeps }),
  isDone: isLoggedIn,
});

const redirect = (
  method: string,
  more: Record<string, string>,
  answer: (ciam: Ciam) => Promise<object>,
): Way => ({
  enter: (ciam, attributes) => setOut(ciam, method, { ...attributes, ...more }),
  press: async (box) => goOn(box, { ...(await answer(box.ciam)) }),
  step: 'start',
  isDone: isLoggedIn,
  isSpent: true,
});

const fromAlipay = async (ciam: Ciam) => ({
  auth_code: await ciam.alipayCode({ mobile: FIXED_MOBILE }),
  app_id: ALIPAY['alipay-app-id'],
});

const viaHuawei = form({ 'fetch-id-token': 'hw' }, { dialect: 'hw' });

/** How each call of the element's is made. */
export const WAYS: Readonly<Record<ElementCall, Way>> = {
  captcha: order,
  verify: order,
  sendSms: order,
  sendEmail: {
    async enter(ciam, attributes) {
      const box = await openContinued(ciam, attributes, { status: 'SOCIAL_BIND', step: 'bind' });
      box.find('.plain').click();
      await soon(() => has(box, '#email'), 'an e-mail address is asked for');
      return box;
    },
    press(box) {
      fill(box.find<HTMLInputElement>('#email'), EMAIL);
      box.sendButton.click();
    },
    step: 'bind',
    keeps: { field: '#email', value: EMAIL },
    isDone: isSent,
  },
  countries: {
    settings: { areaCodes: ['852', '86'] },
    enter: (ciam, attributes) => openBox(ciam, { ...attributes, 'area-codes': 'auto' }),
    press(box) {
      fill(box.mobile, FIXED_MOBILE);
      box.mobile.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    },
    step: 'start',
    keeps: MOBILE,
    isDone: (box) => has(box, 'select'),
    // They are asked for once; China stays on offer.
    isSpent: true,
    isQuiet: true,
  },
  smsLogin: form(),
  alipay: redirect('alipay', ALIPAY, fromAlipay),
  alipayV2: redirect('alipay', { ...ALIPAY, 'alipay-api': 'v2' }, fromAlipay),
  oneClick: {
    enter: openOneClick,
    press(box) {
      box.submitButton.click();
    },
    step: 'start',
    isDone: isLoggedIn,
    isSpent: true,
  },
  wechat: redirect('wechat', WECHAT, async (ciam) => ({ code: await ciam.wechatCode() })),
  password: {
    ...form({ method: 'password' }),
    press(box) {
      fill(box.find<HTMLInputElement>('#userName'), 'li.lei');
      fill(box.find<HTMLInputElement>('#password'), TEST_PASSWORD);
      box.submitButton.click();
    },
    keeps: { field: '#userName', value: 'li.lei' },
  },
  mobileByToken: {
    // The first factor is spent, so the login waits for the number at the step itself, and nobody is told of an error.
    async enter(ciam, attributes) {
      await ciam.fault(CALLS.mobileByToken.path, { kind: 'status', status: 429 });
      const box = await openContinued(ciam, attributes, { status: 'MFA_AUTH', step: 'mfa' });
      if (box.seen('error').length > 0 || has(box, '#code'))
        throw new Error('it does not wait for the number');
      await ciam.clearFaults();
      return box;
    },
    press(box) {
      box.submitButton.click();
    },
    step: 'mfa',
    isDone: (box) => stepOf(box) === 'mfa' && has(box, '#code'),
  },
  secondFactor: continued('MFA_AUTH', 'mfa', enterCode),
  bind: continued('SOCIAL_BIND', 'bind', enterCode, MOBILE),
  register: continued('USER_REGISTER', 'register', enterCode, MOBILE),
  updatePassword: continued('PASSWORD_EXPIRED', 'password-expired', (box) => {
    fill(box.find<HTMLInputElement>('#oldPassword'), TEST_PASSWORD);
    fill(box.find<HTMLInputElement>('#newPassword'), 'Newer-1234');
    box.submitButton.click();
  }),
  skipUpdate: continued('PASSWORD_WARN', 'password-warn', (box) => {
    box.find('.plain').click();
  }),
  refreshBc: form({ 'fetch-id-token': 'bc' }),
  refreshHw: viaHuawei,
  publicKey: viaHuawei,
  serverDate: viaHuawei,
  keys: form({ 'jwks-uri': 'auto' }, { idToken: true }),
};
