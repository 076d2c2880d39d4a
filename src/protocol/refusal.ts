import { cleanText } from './clean-text.js';
import { CiamError, type ErrorCode } from './errors.js';
import { type JsonObject, readJsonObject, readString } from './json.js';

/** What of an HTTP answer tells why a call was refused. */
export interface RefusedAnswer {
  status: number;
  text: string;
  /** The `Retry-After` header; `null` also when the server's CORS list does not expose it. */
  retryAfter: string | null;
  /** Milliseconds since 1970, for a `Retry-After` that is a date. */
  now: number;
}

const MAX_RETRY_AFTER_SECONDS = 600;

/** The server's codes without their family prefix; see API, section 7. */
const KNOWN_CODES: Readonly<Record<string, ErrorCode>> = {
  'PARAM.0001': 'device-incomplete',
  'PARAM.0002': 'config',
  'PARAM.0003': 'app-unknown',
  'PARAM.0014': 'state-token-invalid',
  'COMMON.1007': 'state-token-invalid',
  'PARAM.0016': 'session-invalid',
  'PARAM.0023': 'session-invalid',
  'CAPTCHA.0002': 'captcha-failed',
  'CAPTCHA.0003': 'captcha-expired',
  'CAPTCHA.0004': 'captcha-expired',
  'CAPTCHA.0006': 'send-failed',
  'CAPTCHA.0007': 'code-wrong',
  'USER.0001': 'user-not-found',
  'USER.0039': 'user-disabled',
  'LOGIN.0001': 'user-locked',
  'LOGIN.0002': 'password-wrong',
  'COM.0002': 'busy',
};

/** The server's `error_code` of an answer, as it was written; gateways have been seen to send it with a 200. */
export function readServerCode(text: string): string | null {
  const body = readJsonObject(text);
  return body && readString(body, 'error_code');
}

/** Turns an answer that is not a success into the one error that says why. */
export function readRefusal({ status, text, retryAfter, now }: RefusedAnswer): CiamError {
  const body = readJsonObject(text) ?? {};
  const serverCode = readString(body, 'error_code');
  return new CiamError(readCode(status, serverCode), {
    serverCode,
    serverMessage: readMessage(body),
    httpStatus: status,
    retryAfter: readRetryAfter(retryAfter, now),
  });
}

function readCode(status: number, serverCode: string | null): ErrorCode {
  if (status === 429) return 'rate-limited';
  const bare = serverCode?.trim().replace(/^(IDAAS\.)?SDK\./, '') ?? '';
  // Own fields only: a server may well call a code `constructor`.
  const known = Object.hasOwn(KNOWN_CODES, bare) ? KNOWN_CODES[bare] : undefined;
  if (known) return known;
  if (status >= 500) return 'busy';
  if (status === 408) return 'timeout';
  return serverCode ? 'refused' : 'bad-response';
}

/** The server's own sentence; one that it forgot to fill in (`{0}`) helps nobody. */
function readMessage(body: JsonObject): string | null {
  const message = cleanText(readString(body, 'error_msg'));
  return message !== null && /\{\d\}/.test(message) ? null : message;
}

/** Seconds or an HTTP date (RFC 9110, section 10.2.3), never more than ten minutes. */
function readRetryAfter(header: string | null, now: number): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return seconds > 0 ? Math.min(seconds, MAX_RETRY_AFTER_SECONDS) : null;
}
