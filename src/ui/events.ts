import type { CodePurpose, StepName } from '../flow/step.js';
import type { ErrorCode } from '../protocol/errors.js';
import type { Claims } from '../protocol/id-token.js';
import type { Session } from '../protocol/login-answer.js';

/** Somebody is logged in. The widget keeps nothing of this: whoever listens has the only copy. */
export interface LoginSuccessDetail {
  /** The way of logging in: `sms`, `alipay`, `one-click` … */
  readonly method: string;
  readonly status: 'SUCCESS';
  /** The tokens, and how long they live. */
  readonly session: Session;
  /** The id_token's claims, its `api` parsed; `null` when the tenant issues no id_token. */
  readonly claims: Claims | null;
  /** True only if the id_token's signature was checked. Without that a server must check it before it trusts it. */
  readonly verified: boolean;
  /** What the calls said of this browser; later calls by a server have to repeat the fingerprint. */
  readonly device: { readonly fingerprint: string; readonly osVersion: string; readonly userAgent: string };
}

/** An attempt failed. The form is usable again. */
export interface LoginErrorDetail {
  /** The way of logging in: `sms`, `alipay`, `one-click` … */
  readonly method: string;
  /** The step that is shown; `start` is the first of every method. */
  readonly step: StepName;
  /** What went wrong, as a stable word. */
  readonly code: ErrorCode;
  /** A sentence for the person, in the widget's language; text, never markup. */
  readonly message: string;
  /** The server's own code, as it wrote it; `null` where it gave none. */
  readonly serverCode: string | null;
  /** `null` where there was no answer. */
  readonly httpStatus: number | null;
  /** True when the same input may succeed later. */
  readonly retryable: boolean;
  /** Seconds until the server wants to hear from us again; `null` where it does not say. */
  readonly retryAfter: number | null;
}

/** The widget shows another step. */
export interface LoginStepDetail {
  /** The way of logging in. */
  readonly method: string;
  /** The step that is shown now. */
  readonly step: StepName;
}

/** The server accepted to send a code. */
export interface CodeSentDetail {
  /** The way of logging in. */
  readonly method: string;
  /** What the code is for: the login itself, or a step after it. */
  readonly purpose: CodePurpose;
  /** When the next may be asked for. */
  readonly resendAt: Date;
}

/** The page is about to be left for another site. Cancelling the event keeps it from that. */
export interface RedirectDetail {
  /** The way of logging in. */
  readonly method: string;
  /** Where the page is about to go. */
  readonly url: string;
}

/** The events of `<ciam-login>`; all bubble and leave shadow roots. */
export interface CiamLoginEventMap {
  'ciam-login-success': CustomEvent<LoginSuccessDetail>;
  'ciam-login-error': CustomEvent<LoginErrorDetail>;
  'ciam-login-step': CustomEvent<LoginStepDetail>;
  'ciam-login-code-sent': CustomEvent<CodeSentDetail>;
  'ciam-login-redirect': CustomEvent<RedirectDetail>;
}

/** Fires one of the widget's events. Returns false if the page cancelled it. */
export function emit<K extends keyof CiamLoginEventMap>(
  target: EventTarget,
  type: K,
  detail: CiamLoginEventMap[K]['detail'],
): boolean {
  const cancelable = type === 'ciam-login-redirect';
  return target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
}
