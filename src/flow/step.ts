import type { CallOptions, CiamClient } from '../client/client.js';
import type { PasswordRule } from '../protocol/password-policy.js';
import type { ExpectedClaims, Claims } from '../protocol/id-token.js';
import type { Session } from '../protocol/login-answer.js';

/** Where somebody is in a login, as `ciam-login-step` and `ciam-login-error` tell the page. */
export type StepName = 'start' | 'captcha' | ContinuedStepName | 'done';

/** The steps that the server may ask for after the first. */
export type ContinuedStepName = 'mfa' | 'bind' | 'register' | 'password-warn' | 'password-expired';

/** Another way on from a step, besides its own; each language has a text for each. */
export type ChoiceName = 'skip' | 'useEmail' | 'useMobile';

/** A field of which only this much matters; its label is among the texts of the method. */
export interface TextField {
  readonly name: string;
  readonly type: 'text' | 'password' | 'email';
  /** As in HTML, for password managers: `username`, `current-password` … */
  readonly autocomplete: string;
}

/** What a step may ask for: the form knows how each is drawn. */
export type Field = 'mobile' | 'code' | TextField;

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
  /** What the page has set by the name of a property, such as one that a method brought along. */
  setting(name: string): unknown;
  /** Tells the page that it is about to be left for this address. Returns false if the page does not want that. */
  mayLeave(url: string): boolean;
}

/** The part of a run that is there before anybody has pressed anything. */
export type Settings = Pick<Run, 'setting'>;

/** A text of each built-in language; the further ones have theirs in their packs. */
export type InEachLanguage<T> = Readonly<Record<'en' | 'zh-CN', T>>;

/** Sentences for the errors that only one way of logging in can meet: by code, or by `code:subject`. */
export type ErrorTexts = Readonly<Record<string, string>>;

/** How a login goes on that had left the page and is back. */
export interface Resumption {
  /** What had been entered when the page was left. */
  readonly values: Values;
  /** @throws {CiamError} */
  finish(run: Run): Promise<Next>;
}

/** Sending a code, for steps that have the field `code`. */
export interface CodeSender {
  /** As the server calls it, e.g. `LOGIN_SMS`. */
  readonly type: string;
  readonly purpose: CodePurpose;
  /** Who gets it, as the server wants it; `null` while what was typed is no number, or no e-mail address. */
  readRecipient(values: Values, run: Pick<Run, 'mobilePattern'>): string | null;
  /** What to say then. */
  readonly invalid: 'mobile-invalid' | 'email-invalid';
  /** Has the server send it. @throws {CiamError} */
  send(client: CiamClient, to: string, captchaToken: string, options: CallOptions): Promise<void>;
}

/** Another way on: a button of less weight. */
export interface Choice {
  readonly name: ChoiceName;
  /** @throws {CiamError} */
  go(run: Run): Promise<Next>;
}

/** What a step shows. It is plain data, so that a form can be drawn before any code of the login is there. */
export interface Screen {
  readonly name: StepName;
  /** In the order in which they are shown. A method's first step has the very list of its screen each time it is made. */
  readonly fields: readonly Field[];
}

/** One screen, which carries its own way on. */
export interface Step extends Screen {
  readonly code?: CodeSender;
  /** Where the code goes, disguised, when nobody types that number here. */
  readonly sentTo?: string;
  readonly errorTexts?: InEachLanguage<ErrorTexts>;
  readonly choice?: Choice | undefined;
  /** Seconds that the server wants to be left alone before this step is submitted. */
  readonly rest?: number | null;
  /** The way to the server, of a step that continues a login: the one that it began with. */
  readonly client?: CiamClient;
  /** What a new password has to be like, shown while it is typed. */
  readonly passwordRules?: readonly PasswordRule[];
  /**
   * Looks whether the page was opened with the answer to a login that had left it, and takes that answer out of the
   * address at once, so that it is used once. `null` when there is none, or when it is somebody else's.
   */
  resume?(host: Settings & Pick<Run, 'client'>): Resumption | null;
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
