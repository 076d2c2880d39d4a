/**
 * Every way in which a login can fail, as a stable word that pages may switch over.
 * The words are part of the public interface; new ones may be added, none is ever renamed.
 */
export type ErrorCode =
  | 'config'
  | 'network'
  | 'timeout'
  | 'busy'
  | 'rate-limited'
  | 'bad-response'
  | 'device-incomplete'
  | 'app-unknown'
  | 'mobile-invalid'
  | 'code-missing'
  | 'consent-required'
  | 'captcha-failed'
  | 'captcha-expired'
  | 'captcha-cancelled'
  | 'send-failed'
  | 'code-wrong'
  | 'user-not-found'
  | 'user-disabled'
  | 'user-locked'
  | 'access-denied'
  | 'password-wrong'
  | 'state-token-invalid'
  | 'session-invalid'
  | 'alipay-state'
  | 'alipay-cancelled'
  | 'one-click-unavailable'
  | 'one-click-failed'
  | 'id-token-invalid'
  | 'refused';

/** What is known about a failure besides its code; everything is optional. */
export interface ErrorInfo {
  /** The server's own code as it wrote it, e.g. `IDAAS.SDK.CAPTCHA.0007`. */
  serverCode?: string | undefined;
  /** The server's own sentence, cleaned, in the language that the call asked for by `X-L`. */
  serverMessage?: string | undefined;
  httpStatus?: number | undefined;
  /** Seconds until the server wants to hear from us again (RFC 9110, section 10.2.3). */
  retryAfter?: number | undefined;
  /** What is at fault where the code alone does not say it: the attribute's name for `config`. */
  subject?: string | undefined;
  cause?: unknown;
}

const RETRYABLE: readonly ErrorCode[] = ['network', 'timeout', 'busy', 'rate-limited', 'send-failed'];

/**
 * The one error that every call of the client rejects with.
 * A call that its caller cancelled rejects with the reason of the caller's own signal instead.
 */
export class CiamError extends Error {
  readonly code: ErrorCode;
  readonly serverCode: string | null;
  readonly serverMessage: string | null;
  readonly httpStatus: number | null;
  readonly retryAfter: number | null;
  readonly subject: string | null;

  constructor(code: ErrorCode, info: ErrorInfo = {}) {
    super(info.serverMessage ?? (info.subject === undefined ? code : `${code}: ${info.subject}`), {
      cause: info.cause,
    });
    this.name = 'CiamError';
    this.code = code;
    this.serverCode = info.serverCode ?? null;
    this.serverMessage = info.serverMessage ?? null;
    this.httpStatus = info.httpStatus ?? null;
    this.retryAfter = info.retryAfter ?? null;
    this.subject = info.subject ?? null;
  }

  /** True when the same input may succeed later, so that a page may offer "try again". */
  get retryable(): boolean {
    return RETRYABLE.includes(this.code);
  }
}
