import { CiamError } from './errors.js';
import { type JsonObject, readJsonObject, readNumber, readString } from './json.js';

/** What a page gets after a login and nobody else keeps. */
export interface Session {
  readonly sessionToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly expiresAt: Date;
  /** The JWT as the server sent it; `null` when the tenant issues none. */
  readonly idToken: string | null;
}

/** What the server may ask for before it lets somebody in; see API, section 2. */
export type Continuation = 'mfa' | 'bind' | 'register' | 'password-warn' | 'password-expired';

/** The answer to a login call in our words: a session, or what is still to do. */
export type LoginAnswer =
  | { readonly kind: 'session'; readonly session: Session }
  | {
      readonly kind: Continuation;
      /** To be sent back with the continuation's calls; opaque. */
      readonly stateToken: string;
      readonly data: JsonObject;
      /** As the server wrote it, for error reports. */
      readonly status: string;
    };

// Longer than any session lives, and short enough that the moment of its end is still a valid `Date`.
const MAX_EXPIRE_SECONDS = 100 * 365 * 86_400;

function continuations(): Map<string, Continuation> {
  return new Map<string, Continuation>([
    ['MFA_AUTH', 'mfa'],
    ['SOCIAL_BIND', 'bind'],
    ['USER_REGISTER', 'register'],
    ['PASSWORD_WARN', 'password-warn'],
    ['PASSWORD_EXPIRED', 'password-expired'],
  ]);
}

/**
 * Reads the body of a login or continuation call that was answered with 200.
 *
 * @param now Milliseconds since 1970.
 * @throws {CiamError} `access-denied` when the policy refuses; `bad-response` for everything that the API
 *   does not promise: an unknown status is never a success.
 */
export function readLoginAnswer(text: string, now: number): LoginAnswer {
  const body = readJsonObject(text);
  const status = body && readString(body, 'status')?.trim();
  if (!body || !status) throw badResponse();
  if (status === 'SUCCESS') return { kind: 'session', session: readSession(body, now) };
  if (status === 'ACCESS_DENIED')
    throw new CiamError('access-denied', { serverCode: status, httpStatus: 200 });

  const kind = continuations().get(status);
  const stateToken = readString(body, 'state_token');
  // It goes back in a header, which takes nothing else.
  if (!kind || !stateToken || !/^[!-~]+$/.test(stateToken)) throw badResponse(status);
  return { kind, stateToken, data: readData(body), status };
}

function readSession(body: JsonObject, now: number): Session {
  const sessionToken = readString(body, 'session_token');
  const expiresIn = readExpire(body);
  if (!sessionToken?.trim() || expiresIn === null) throw badResponse();
  // An absent id_token is no fault; one that is no string is.
  if (!['string', 'undefined'].includes(typeof (body['id_token'] ?? undefined))) throw badResponse();
  return {
    sessionToken,
    expiresIn,
    expiresAt: new Date(now + expiresIn * 1000),
    idToken: readString(body, 'id_token'),
  };
}

/** The life of a session in whole seconds; `null` for what cannot be one. */
export function readExpire(body: JsonObject): number | null {
  const seconds = readNumber(body, 'expire') ?? 0;
  const isLife = Number.isInteger(seconds) && seconds > 0 && seconds <= MAX_EXPIRE_SECONDS;
  return isLife ? seconds : null;
}

/** `data` is a string that holds JSON; what cannot be read is as good as absent. */
function readData(body: JsonObject): JsonObject {
  return readJsonObject(readString(body, 'data')) ?? {};
}

function badResponse(serverCode: string | null = null): CiamError {
  return new CiamError('bad-response', { serverCode, httpStatus: 200 });
}
