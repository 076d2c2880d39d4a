import type { ChoiceName, ContinuedStepName } from '../flow/step.js';
import type { MethodTexts } from '../methods/method.js';
import type { ErrorCode, RedirectMethod } from '../protocol/errors.js';
import type { PasswordRuleName } from '../protocol/password-policy.js';

/** Errors that every login can meet; a method's own codes bring their texts along with the method. */
export type CommonErrorCode = Exclude<ErrorCode, `${RedirectMethod | 'one-click'}-${string}`>;

/** The texts that the form needs before anything else is loaded. Words in braces are filled in by the widget. */
export interface FormMessages {
  /** The language of these texts, a BCP 47 tag. */
  readonly lang: string;
  /** Where it is written from right to left. */
  readonly dir?: 'rtl';
  readonly mobile: string;
  readonly areaCode: string;
  readonly code: string;
  readonly getCode: string;
  /** Name of the row of tabs. */
  readonly methodsLabel: string;
  /** `{links}` are the two texts below as links, with `and` between them. */
  readonly consent: string;
  readonly terms: string;
  readonly and: string;
  readonly privacy: string;
  /**
   * The one error that can happen before the other texts are there: the login's own code could not be loaded. To
   * press again may not help, since Firefox asks for a file only once.
   */
  readonly notLoaded: string;
}

/** What a step says that the server has asked for. */
export interface StepTexts {
  readonly title: string;
  /** What is needed, and why. `{mobile}` is the disguised number that the code goes to. */
  readonly note: string;
  /** The main button. */
  readonly button: string;
  /** Labels of fields that are its own, by their names. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** The texts that come with the code of the login. */
export interface LoginMessages {
  /** Announced while a code is on its way. */
  readonly sending: string;
  readonly codeSent: string;
  readonly submitting: string;
  readonly done: string;
  /** `{seconds}`: the time until the next code may be asked for, with its unit, such as `59 sec`. */
  readonly resendIn: string;
  /** What a button says that the server wants to rest for this time: `{seconds}`, as above. */
  readonly waitFor: string;
  readonly steps: Readonly<Record<ContinuedStepName, StepTexts>>;
  /** Leads from such a step back to the beginning. */
  readonly back: string;
  /** Other ways on from such a step. */
  readonly choices: Readonly<Record<ChoiceName, string>>;
  /** What a new password has to be; `{min}` and `{max}` characters. */
  readonly passwordRules: Readonly<Record<PasswordRuleName, string>>;
  /** Says to a screen reader that a rule is met. */
  readonly ruleMet: string;

  readonly puzzleTitle: string;
  /** Name of the slider. */
  readonly puzzleSlider: string;
  readonly puzzleHelp: string;
  readonly puzzleLoading: string;
  readonly puzzleChecking: string;
  readonly puzzleCheck: string;
  readonly puzzleReload: string;
  readonly cancel: string;

  /** Instead of the sentence about the network when the browser knows that it is offline. */
  readonly offline: string;
  /** A sentence for each error code that says what a person can do. `{subject}` is the attribute at fault. */
  readonly errors: Readonly<Record<CommonErrorCode, string>>;
  /**
   * Follows an error's sentence, with the blank between them, when the server said how long to wait: `{seconds}`, with
   * the unit in full, such as `2 minutes`.
   */
  readonly retryAfter: string;
}

/** Every text of the widget: what a language has to fill in, and what a page may override. A missing one does not compile. */
export type Messages = FormMessages & LoginMessages;

/** What a page may override: any text, at any depth. */
export type MessageOverrides = {
  readonly [K in keyof Omit<Messages, 'errors' | 'steps' | 'choices' | 'passwordRules'>]?: string;
} & {
  /** By code, or by `code:subject`. */
  readonly errors?: Readonly<Partial<Record<ErrorCode | `${ErrorCode}:${string}`, string>>>;
  readonly steps?: Readonly<Partial<Record<ContinuedStepName, Partial<StepTexts>>>>;
  readonly choices?: Partial<Messages['choices']>;
  readonly passwordRules?: Partial<Messages['passwordRules']>;
  /** By the ids of the methods. */
  readonly methods?: Readonly<Record<string, Partial<MethodTexts>>>;
};
