import { TEST_NUMBERS, TEST_PASSWORD, type TestNumber } from '../../../demo/server/test-numbers.js';

/** What is under way, as far as the model knows. */
interface Attempt {
  readonly id: number;
  readonly kind: 'sending' | 'submitting';
  isOrdered: boolean;
}

/** An answer of the server, as it came over the wire. */
export interface Answer {
  readonly path: string;
  readonly status: number;
  readonly text: string;
}

/** Why a call was refused, by the server's own word; what is not here is `refused`. */
const CODES: Readonly<Record<string, string>> = {
  'USER.0001': 'user-not-found',
  'USER.0039': 'user-disabled',
  'LOGIN.0001': 'user-locked',
  'LOGIN.0002': 'password-wrong',
  'CAPTCHA.0007': 'code-wrong',
  'CAPTCHA.0003': 'captcha-expired',
  'CAPTCHA.0004': 'captcha-expired',
  'PARAM.0014': 'state-token-invalid',
  'COM.0002': 'busy',
};

const NEXT: Readonly<Record<string, string>> = {
  SOCIAL_BIND: 'bind',
  USER_REGISTER: 'register',
  PASSWORD_WARN: 'password-warn',
  PASSWORD_EXPIRED: 'password-expired',
};

/** Which calls a step may lead to, besides the puzzle's. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  start: ['/sms/send', '/login/auth', '/mobile-by-token'],
  mfa: ['/sms/send', '/mfa/sms', '/mobile-by-token'],
  bind: ['/sms/send', '/email/send', '/social/bind', '/mobile-by-token'],
  register: ['/sms/send', '/email/send', '/social/register-bind', '/mobile-by-token'],
  'password-warn': ['/pwd/update', '/pwd/skip-update'],
  'password-expired': ['/pwd/update'],
};

const isForCode = (path: string) => /captcha|send$/.test(path);

/**
 * What a login has to do, told independently: an attempt at a time, each answer of the server with one consequence, and
 * none for an attempt that was given up.
 */
export class Model {
  step = 'start';
  isDone = false;
  attempt: Attempt | null = null;
  /** All that the page has to be told. */
  readonly told: string[] = [];
  #shown = 'start';
  #count = 0;

  get phase(): string {
    return this.attempt?.kind ?? (this.isDone ? 'done' : 'ready');
  }

  get hasCode(): boolean {
    return !this.step.startsWith('password');
  }

  /** Somebody begins something. Returns false where nothing may begin. */
  begin(kind: Attempt['kind']): boolean {
    if (this.attempt ?? this.isDone) return false;
    this.attempt = { id: (this.#count += 1), kind, isOrdered: false };
    return true;
  }

  show(name = this.step): void {
    if (name === this.#shown) return;
    this.#shown = name;
    this.told.push(`step ${name}`);
  }

  fail(code: string): void {
    this.attempt = null;
    this.told.push(`failure ${code} ${this.#shown}`);
    if (code === 'state-token-invalid') this.step = 'start';
    this.show();
  }

  cancel(): void {
    this.attempt = null;
    if (!this.isDone) this.show();
  }

  restart(): void {
    this.attempt = null;
    this.isDone = false;
    this.step = 'start';
    this.show();
  }

  /** Whether this call may be made now. */
  allows(path: string): boolean {
    const isRightKind = this.attempt?.kind === (isForCode(path) ? 'sending' : 'submitting');
    return isRightKind && (path.startsWith('/captcha') || CALLS[this.step]!.includes(path));
  }

  /** An answer has come to the attempt that is under way. */
  answer({ path, status, text }: Answer): void {
    const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Readonly<Record<string, string>>;
    const refusal = body['error_code']?.replace('IDAAS.SDK.', '');
    if (refusal !== undefined) this.fail(CODES[refusal] ?? 'refused');
    else if (status !== 200) this.fail(status >= 500 ? 'busy' : 'bad-response');
    else if (path === '/captcha') return;
    else if (path === '/captcha/verify') this.#ordered();
    else if (isForCode(path)) this.#sent();
    else if (path === '/mobile-by-token') this.#goTo('mfa');
    else this.#login(body['status']?.trim());
  }

  /** The puzzle is solved. */
  #ordered(): void {
    this.show();
    this.attempt!.isOrdered = true;
  }

  solved(): void {
    this.#ordered();
  }

  #sent(): void {
    this.attempt = null;
    this.told.push(`sent ${this.step === 'start' ? 'login' : this.step}`);
  }

  #goTo(step: string): void {
    this.attempt = null;
    this.step = step;
    this.show();
  }

  #login(status: string | undefined): void {
    if (status === 'MFA_AUTH') return; // the number is asked for first
    if (status === 'SUCCESS') {
      this.attempt = null;
      this.isDone = true;
      this.told.push('success');
      this.show('done');
    } else if (status === 'ACCESS_DENIED') this.fail('access-denied');
    else if (status !== undefined && Object.hasOwn(NEXT, status)) this.#goTo(NEXT[status]!);
    else this.fail('bad-response');
  }
}

/** Numbers that a first step may be given; those more often after which the login goes on. */
export const NUMBERS: readonly string[] = Object.values<TestNumber>(TEST_NUMBERS).flatMap(
  ({ mobile, outcome }) =>
    Array<string>(outcome.status && Object.hasOwn(NEXT, outcome.status) ? 4 : 1).fill(mobile),
);

/** The password of a user whose number and "code" these are. */
export const passwordOf = (code: string) => (code === '123456' ? TEST_PASSWORD : 'wrong');
