import type { ActionName } from '../flow/step.js';
import type { ErrorCode } from '../protocol/errors.js';

/** Errors that every login can meet; a method's own codes bring their texts along with the method. */
export type CommonErrorCode = Exclude<ErrorCode, `alipay-${string}` | `one-click-${string}`>;

/** The texts that the form needs before anything else is loaded. Words in braces are filled in by the widget. */
export interface FormMessages {
  /** The language of these texts, a BCP 47 tag. */
  readonly lang: string;
  readonly mobile: string;
  readonly areaCode: string;
  readonly code: string;
  readonly getCode: string;
  /** `{seconds}` until the next code may be asked for. */
  readonly resendIn: string;
  /** What a button says that the server wants to rest for `{seconds}`. */
  readonly waitFor: string;
  /** What the main button of a step says. */
  readonly actions: Readonly<Record<ActionName, string>>;
  /** `{links}` are the two texts below as links, with `and` between them. */
  readonly consent: string;
  readonly terms: string;
  readonly and: string;
  readonly privacy: string;
  /** The one error that can happen before the other texts are there. */
  readonly network: string;
  /** Instead of `network` when it is the login's own code that could not be loaded: Firefox asks for a file only once. */
  readonly notLoaded: string;
  /** Instead of both when the browser knows that it is offline. */
  readonly offline: string;
}

/** The texts that come with the code of the login. */
export interface LoginMessages {
  /** Announced while a code is on its way. */
  readonly sending: string;
  readonly codeSent: string;
  readonly submitting: string;
  readonly done: string;

  readonly puzzleTitle: string;
  /** Name of the slider. */
  readonly puzzleSlider: string;
  readonly puzzleHelp: string;
  readonly puzzleLoading: string;
  readonly puzzleChecking: string;
  readonly puzzleCheck: string;
  readonly puzzleReload: string;
  readonly cancel: string;

  /** A sentence for each error code that says what a person can do. `{subject}` is the attribute at fault. */
  readonly errors: Readonly<Record<Exclude<CommonErrorCode, 'network'>, string>>;
  /** Follows an error's sentence, with the blank between them, when the server said how long to wait; `{seconds}`. */
  readonly retryAfter: string;
}

/** Every text of the widget: what a language has to fill in, and what a page may override. A missing one does not compile. */
export type Messages = FormMessages & LoginMessages;

/** What a page may override: any text, at any depth. */
export type MessageOverrides = {
  readonly [K in keyof Messages]?: Messages[K] extends string ? string : Partial<Messages[K]>;
};
