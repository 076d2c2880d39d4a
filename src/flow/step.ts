import type { CiamClient } from '../client/client.js';
import type { SmsType } from '../client/sms.js';
import type { ExpectedClaims, Claims } from '../protocol/id-token.js';
import type { Session } from '../protocol/login-answer.js';

/** Where somebody is in a login, as `ciam-login-step` and `ciam-login-error` tell the page. */
export type StepName = 'start' | 'captcha' | 'done';

/** What a step may ask for. The form knows how each is drawn; a step only names it. */
export type FieldName = 'mobile' | 'code' | 'consent';

/** What a button that moves a login on says; each language has a text for each. */
export type ActionName = 'logIn';

/** What a code is sent for, as `ciam-login-code-sent` tells the page. */
export type CodePurpose = 'login' | 'mfa' | 'bind' | 'register';

/** What stands in the fields, by their names: `mobile`, `areaCode`, `code`, `consent` … */
export type Values = Readonly<Record<string, string | undefined>>;

/** What a step may use while it acts; made anew for each attempt. */
export interface Run {
  /** Aborted when the attempt is given up: by the person, the page, or because the element is gone. */
  readonly signal: AbortSignal;
  /**
   * The way to the server. Nobody has it before consent was given, so nothing can be sent before.
   *
   * @throws {CiamError} `consent-required`, `config`
   */
  client(): CiamClient;
  /** Has the person solve a puzzle for this number, and gives the token. @throws {CiamError} `captcha-cancelled` … */
  solveCaptcha(mobile: string): Promise<string>;
  /** The country's own rule for numbers, where the server told one. */
  mobilePattern(areaCode: string): RegExp | null;
  /** What the page expects of an id_token. */
  readonly expected: ExpectedClaims;
}

/** Sending a code, for steps that have the field `code`. */
export interface CodeSender {
  readonly smsType: SmsType;
  readonly purpose: CodePurpose;
  /** The number as the server wants it; `null` while what was typed is none. */
  readMobile(values: Values, run: Pick<Run, 'mobilePattern'>): string | null;
}

/** What a step shows. It is plain data, so that a form can be drawn before any code of the login is there. */
export interface Screen {
  readonly name: StepName;
  /** In the order in which they are shown. */
  readonly fields: readonly FieldName[];
  /** What the main button says. */
  readonly action: ActionName;
}

/** One screen, which carries its own way on. */
export interface Step extends Screen {
  readonly code?: CodeSender;
  /** Checks what was entered, calls the server and says what comes next. @throws {CiamError} */
  submit(values: Values, run: Run): Promise<Next>;
}

/** The end of a login. */
export interface Success {
  readonly session: Session;
  /** `null` when the tenant issues no id_token. */
  readonly claims: Claims | null;
  /** True only if the id_token's signature was checked. */
  readonly verified: boolean;
}

/** What follows an answer of the server. */
export type Next = { readonly step: Step } | { readonly success: Success };
