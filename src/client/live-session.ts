import { withLock } from '../device/lock.js';
import { CiamError } from '../protocol/errors.js';
import { type Claims, type ExpectedClaims, readIdToken } from '../protocol/id-token.js';
import type { Session } from '../protocol/login-answer.js';
import type { CallOptions, CiamClient } from './client.js';
import { type HeldSession, type SessionStorage, createSessionHolder } from './held-session.js';
import { type Dialect, logout, refreshIdToken } from './session.js';

/** How a session is kept alive. */
export interface SessionOptions {
  /** Whose documents the tenant follows; `bc` without it. */
  dialect?: Dialect;
  /** Seconds before its end from which an id_token is replaced; 60 without it. */
  renewBefore?: number;
  /**
   * Keeps the session where the page wants it, such as `sessionStorage`; in memory without it. Tabs that share one
   * (`localStorage`) renew once for all. Whoever can run a script on the page can read it there.
   */
  storage?: SessionStorage;
  /** What a new id_token has to say. */
  expected?: ExpectedClaims;
  /** Told once when the session has ended: why, or `null` after a logout. */
  onEnd?(reason: CiamError | null): void;
}

/** A session that lasts as long as the server lets it. */
export interface LiveSession {
  /** As it is now; `null` once it has ended. */
  readonly session: Session | null;
  /**
   * An id_token that is valid for a while. It is renewed when it is about to end: once, however many ask.
   *
   * @throws {CiamError} `session-invalid` once it has ended; `network` … when it cannot be renewed and is of no use any
   *   more.
   */
  idToken(options?: CallOptions): Promise<string>;
  /**
   * Ends the session: here at once, then at the server, where it has a call for that (Huawei Cloud).
   * @throws {CiamError} `session-invalid` where it has ended before; `network` … where the server does not hear of it.
   */
  logout(options?: CallOptions): Promise<void>;
}

const RENEW_BEFORE_SECONDS = 60;

/**
 * Keeps a session alive after a login.
 *
 * @param first What `ciam-login-success` brought; `null` goes on with what `storage` holds.
 */
export function createSession(
  client: CiamClient,
  first: Session | null,
  options: SessionOptions = {},
): LiveSession {
  const { dialect = 'bc', renewBefore = RENEW_BEFORE_SECONDS, expected = {}, onEnd } = options;
  const { now } = client.device;
  const { baseUrl, clientId, tenantId } = client;
  const name = `ciam-login:session:${baseUrl}:${clientId}${tenantId && `:${tenantId}`}`;
  const holder = createSessionHolder(options.storage, name);
  let renewal: Promise<HeldSession> | undefined;
  let hasEnded = false;

  // Its `expiresAt` was worked out when it came, so this is when that was.
  if (first) holder.write({ session: first, idTokenAt: +first.expiresAt - first.expiresIn * 1000 });

  function forget() {
    hasEnded = true;
    holder.clear();
  }

  function end(reason: CiamError) {
    if (hasEnded) return;
    forget();
    onEnd?.(reason);
  }

  function kept(): HeldSession | null {
    return hasEnded ? null : holder.read();
  }

  function living(): HeldSession | null {
    const found = kept();
    return found && +found.session.expiresAt > now() ? found : null;
  }

  function held(): HeldSession {
    const found = living();
    if (found) return found;
    const reason = new CiamError('session-invalid');
    end(reason);
    throw reason;
  }

  /**
   * Milliseconds that an id_token is still good for, by how long it lives: the device's clock may be wrong. Nothing
   * where that was set back since, and of a token that is none.
   */
  function leftOf({ session, idTokenAt }: HeldSession): number {
    const age = now() - idTokenAt;
    const claims = age < 0 ? null : claimsOf(session);
    return claims ? (claims.exp - claims.iat) * 1000 - age : 0;
  }

  function claimsOf({ idToken }: Session): Claims | undefined {
    try {
      return idToken ? readIdToken(idToken, expected) : undefined;
    } catch {
      // It is none, or says something else.
    }
  }

  /** A new id_token has to be as good as the first, and about the same person. */
  async function check({ idToken }: Session, before: Session) {
    const { sub } = client.jwksUri
      ? await (await loadVerification()).verifyIdToken(client, idToken ?? '', expected)
      : readIdToken(idToken ?? '', expected);
    if ((claimsOf(before)?.sub ?? sub) !== sub) throw new CiamError('id-token-invalid', { subject: 'sub' });
  }

  /** Meanwhile, here or in another tab, somebody may have logged out, or somebody else logged in. */
  function stillKept({ sessionToken }: Session) {
    if (kept()?.session.sessionToken !== sessionToken) throw new CiamError('session-invalid');
  }

  async function renew(): Promise<HeldSession> {
    const before = held();
    // Another tab may have been faster.
    if (leftOf(before) > renewBefore * 1000) return before;
    try {
      const session = await refreshIdToken(client, before.session, dialect);
      const idTokenAt = now();
      stillKept(before.session);
      // The session token before may be dead, whatever its id_token is like.
      holder.write({ ...before, session: { ...session, idToken: before.session.idToken } });
      await check(session, before.session);
      stillKept(session);
      const after = { session, idTokenAt };
      holder.write(after);
      return after;
    } catch (error) {
      if (error instanceof CiamError && error.code === 'session-invalid') {
        // Without locks another tab may have been faster even so.
        const other = kept();
        if (other && other.session.sessionToken !== before.session.sessionToken) return other;
        end(error);
      } else if (leftOf(before) > 0) return before;
      throw error;
    }
  }

  return {
    get session() {
      return living()?.session ?? null;
    },

    async idToken(callOptions = {}) {
      callOptions.signal?.throwIfAborted();
      const current = held();
      if (leftOf(current) > renewBefore * 1000) return current.session.idToken ?? '';
      // The first caller's signal must not take the token away from the others.
      renewal ??= withLock(name, renew).finally(() => {
        renewal = undefined;
      });
      const { session } = await untilAborted(renewal, callOptions.signal);
      return session.idToken ?? '';
    },

    async logout(callOptions = {}) {
      const { session } = held();
      // Before the server is told: the page may be left by then, or somebody have logged in in another tab.
      forget();
      try {
        if (dialect === 'hw') await logout(client, session, callOptions);
      } finally {
        onEnd?.(null);
      }
    },
  };
}

function loadVerification(): Promise<typeof import('./verify-id-token.js')> {
  return import('./verify-id-token.js').catch((cause: unknown) => {
    throw new CiamError('network', { cause, subject: 'not-loaded' });
  });
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}
