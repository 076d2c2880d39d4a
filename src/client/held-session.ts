import { readJsonObject, readNumber, readString } from '../protocol/json.js';
import type { Session } from '../protocol/login-answer.js';

/** Where a page wants its session kept, such as `sessionStorage`. */
export type SessionStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A session, and since when its id_token is there. */
export interface HeldSession {
  readonly session: Session;
  /** Milliseconds since 1970, by this device's clock. */
  readonly idTokenAt: number;
}

/** Holds one session: in memory, and in the page's storage if it gives one. */
export interface SessionHolder {
  read(): HeldSession | null;
  write(held: HeldSession): void;
  clear(): void;
}

/**
 * @param storage Any of its functions may throw: where it does not take the session, that lives as long as the page.
 * @param key Names the session in the storage.
 */
export function createSessionHolder(storage: SessionStorage | undefined, key: string): SessionHolder {
  let memory: HeldSession | null = null;
  return {
    // The storage first: another tab may have been given another token meanwhile.
    read: () => memory ?? parse(attempt(() => storage?.getItem(key)) ?? null),
    write(held) {
      const { session, idTokenAt } = held;
      const text = JSON.stringify({ ...session, expiresAt: +session.expiresAt, idTokenAt });
      const isKept = attempt(() => (storage?.setItem(key, text), storage?.getItem(key) === text));
      memory = isKept ? null : held;
    },
    clear() {
      memory = null;
      attempt(() => storage?.removeItem(key));
    },
  };
}

function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    // Full, or refused.
  }
}

function parse(text: string | null): HeldSession | null {
  const held = readJsonObject(text) ?? {};
  const sessionToken = readString(held, 'sessionToken');
  const idTokenAt = readNumber(held, 'idTokenAt');
  if (!sessionToken || idTokenAt === null) return null;
  const session = {
    sessionToken,
    expiresIn: readNumber(held, 'expiresIn') ?? 0,
    // One without an end has ended.
    expiresAt: new Date(readNumber(held, 'expiresAt') ?? 0),
    idToken: readString(held, 'idToken'),
  };
  return { session, idTokenAt };
}
