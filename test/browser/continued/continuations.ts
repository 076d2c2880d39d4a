import { TEST_PASSWORD } from '../../../demo/server/test-numbers.ts';
import { fill } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { soon } from '../support/steps.ts';
import { type Part, numberOf } from './ways-in.ts';

/** A password that meets the demo's policy. */
export const NEW_PASSWORD = 'Newer-1234';

/** The number that is bound, or registered. */
export const OTHER_MOBILE = '13911112222';

/** What the server may ask for after the first step. */
export interface Continued {
  readonly status: string;
  readonly part: Part;
  readonly step: 'mfa' | 'bind' | 'register' | 'password-warn' | 'password-expired';
  /** The call that ends it. */
  readonly path: string;
  /** What the server says to something wrong. */
  readonly refusal: string;
  /** The field at fault then. */
  readonly field: string;
  /** Fills the form in, from a code on its way to one in the field, and right or wrong as told. */
  prepare(box: LoginBox, isRight: boolean): Promise<void>;
}

function withCode(
  status: string,
  part: Part,
  step: 'mfa' | 'bind' | 'register',
  path: string,
  recipient: string,
): Continued {
  return {
    status,
    part,
    step,
    path: `/api/v2/sdk/${path}`,
    refusal: 'code-wrong',
    field: 'code',
    async prepare(box, isRight) {
      if (step !== 'mfa') fill(box.mobile, recipient);
      const isSent = box.seen('code-sent').some(({ detail }) => detail['purpose'] === step);
      if (!isSent) {
        await box.click(box.sendButton);
        await soon(() => box.events.at(-1)?.type === 'code-sent', 'a code is sent');
      }
      const code = (await box.ciam.code(recipient)) ?? '';
      fill(box.code, isRight ? code : wrong(code));
    },
  };
}

function withPassword(status: string, part: Part, step: 'password-warn' | 'password-expired'): Continued {
  return {
    status,
    part,
    step,
    path: '/api/v2/sdk/pwd/update',
    refusal: 'password-wrong',
    field: 'oldPassword',
    prepare(box, isRight) {
      fill(box.find('#oldPassword'), isRight ? TEST_PASSWORD : 'Wrong-1234');
      fill(box.find('#newPassword'), NEW_PASSWORD);
      return Promise.resolve();
    },
  };
}

/** Every status that goes on. */
export const CONTINUED = [
  withCode('MFA_AUTH', 'mfa', 'mfa', 'mfa/sms', numberOf('mfa')),
  withCode('SOCIAL_BIND', 'socialBind', 'bind', 'social/bind', OTHER_MOBILE),
  withCode('USER_REGISTER', 'userRegister', 'register', 'social/register-bind', OTHER_MOBILE),
  withPassword('PASSWORD_WARN', 'passwordWarn', 'password-warn'),
  withPassword('PASSWORD_EXPIRED', 'passwordExpired', 'password-expired'),
] as const;

/** Every status in Chromium; elsewhere one that asks for a code and one that asks for passwords. */
export const SOME_CONTINUED =
  'userAgentData' in navigator
    ? CONTINUED
    : CONTINUED.filter(({ step }) => step === 'bind' || step === 'password-warn');

/** A code that is not this one. */
function wrong(code: string): string {
  return code.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
}

/** Waits for a step that the server has asked for. */
export function atStep(box: LoginBox, step: string): Promise<void> {
  return soon(() => box.events.some(({ type, detail }) => type === 'step' && detail['step'] === step), step);
}

/** The button that leads back. */
export function backButton(box: LoginBox): HTMLButtonElement {
  return box.find('.plain:last-of-type');
}

/** True when what is shown can be filled in and pressed. */
export function isFree(box: LoginBox): boolean {
  const main = box.root.querySelector('.main');
  return main?.getAttribute('aria-disabled') !== 'true' && !box.root.querySelector('[data-busy], dialog');
}

/**
 * What the page was told, one word for each event. The puzzle's own two, there and back, are left out: they belong to
 * the code that is then sent, or is not.
 */
export function told(box: LoginBox): string[] {
  const words: string[] = [];
  let inPuzzle = false;
  for (const { type, detail } of box.events) {
    if (type === 'step' && detail['step'] === 'captcha') inPuzzle = true;
    else if (type === 'step' && inPuzzle) inPuzzle = false;
    else words.push([type, detail['step'], detail['code']].filter(Boolean).join(' '));
  }
  return words;
}
