import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.js';
import { Refusal } from './reply.js';
import type { Settings } from './settings.js';
import type { Holder } from './state-tokens.js';

/** A login that succeeded. */
interface Session extends Holder {
  account: string;
  until: number;
}

/** Sessions by their session_token. */
export interface SessionStore {
  open(session: Omit<Session, 'until'>): string;
  /** The session of a token shown by its holder; throws `PARAM.0023` if there is none. */
  find(token: string | undefined, holder: Holder): Session;
  /** What is left of a session, for `expire`. */
  secondsLeft(until: number): number;
  /** Ends a session. */
  close(token: string): void;
  clear(): void;
}

/** Makes an empty store. */
export function createSessionStore(settings: Settings, clock: Clock): SessionStore {
  const sessions = new Map<string, Session>();
  return {
    open: (session) => {
      const token = randomBytes(32).toString('base64url');
      sessions.set(token, { ...session, until: clock.now() + settings.sessionSeconds * 1000 });
      return token;
    },
    find: (token, holder) => {
      const session = sessions.get(token ?? '');
      const isGood =
        session !== undefined &&
        clock.now() <= session.until &&
        session.clientId === holder.clientId &&
        (!settings.bindFingerprint || session.fingerprint === holder.fingerprint);
      if (!isGood) throw new Refusal('PARAM.0023');
      return session;
    },
    secondsLeft: (until) => Math.max(0, Math.floor((until - clock.now()) / 1000)),
    close: (token) => void sessions.delete(token),
    clear: () => sessions.clear(),
  };
}
