import type { ErrorCode } from './error-code.js';

export type { ErrorCode } from './error-code.js';

/** The ways of logging in that leave the page and come back; each has errors of its own. */
export type RedirectMethod = 'alipay' | 'wechat';

/** What is known about a failure besides its code; `null` for what is not. */
export interface ErrorInfo {
  /** The server's own code as it wrote it, e.g. `IDAAS.SDK.CAPTCHA.0007`. */
  readonly serverCode: string | null;
  /** The server's own sentence, cleaned, in the language that the call asked for by `X-L`. */
  readonly serverMessage: string | null;
  readonly httpStatus: number | null;
  /** Seconds until the server wants to hear from us again (RFC 9110, section 10.2.3). */
  readonly retryAfter: number | null;
  /** What is at fault where the code alone does not say it: the attribute's name for `config`, a field's for `input-missing`, `offline` for `network` …  */
  readonly subject: string | null;
}

/**
 * The one error that every call of the client rejects with.
 * A call that its caller cancelled rejects with the reason of the caller's own signal instead.
 */
export class CiamError extends Error implements ErrorInfo {
  override readonly name = 'CiamError';
  readonly code: ErrorCode;
  readonly serverCode: string | null = null;
  readonly serverMessage: string | null = null;
  readonly httpStatus: number | null = null;
  readonly retryAfter: number | null = null;
  readonly subject: string | null = null;

  constructor(code: ErrorCode, info: Partial<ErrorInfo> & { readonly cause?: unknown } = {}) {
    super(info.serverMessage ?? [code, info.subject].join(' ').trim());
    this.code = code;
    Object.assign(this, info);
  }

  /** True when the same input may succeed later, so that a page may offer "try again". */
  get retryable(): boolean {
    return /^(network|timeout|busy|rate-limited|send-failed)$/.test(this.code);
  }
}

/**
 * What something rejects with that was given up by the person or the page: the page is being left, or does itself
 * what we were about to do. It is no error, and nobody is told of it.
 */
export class Abandoned extends DOMException {
  constructor() {
    super('Given up', 'AbortError');
  }
}
