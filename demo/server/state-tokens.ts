import { randomBytes, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from './clock.js';
import { Refusal } from './reply.js';
import type { Settings } from './settings.js';

/** What a state_token carries: which continuation, for whom, and what comes after it. */
export interface State {
  /** The status it came with: it serves that status's calls and no other. */
  purpose: string;
  account: string;
  then: string;
  clientId: string;
  fingerprint: string;
  jti: string;
}

/** Signed state between a login and its continuation. */
export interface StateTokens {
  issue(state: Omit<State, 'jti'>, options?: { stale?: boolean }): Promise<string>;
  /** Reads a token for one of the purposes; throws `PARAM.0014` if it is not good for any. */
  read(token: string | undefined, purposes: readonly string[], holder: Holder): Promise<State>;
  /** A continuation has succeeded: its token is dead. */
  spend(state: State): void;
  clear(): void;
}

/** Who shows a token. */
export interface Holder {
  clientId: string;
  fingerprint: string;
}

function isState(payload: object): payload is State {
  const fields = ['purpose', 'account', 'then', 'clientId', 'fingerprint', 'jti'];
  return fields.every((field) => typeof (payload as Record<string, unknown>)[field] === 'string');
}

/** Makes a signer with a key of its own. */
export function createStateTokens(settings: Settings, clock: Clock): StateTokens {
  const secret = randomBytes(32);
  const spent = new Set<string>();

  const verified = async (token: string): Promise<State> => {
    try {
      const options = { algorithms: ['HS256'], currentDate: new Date(clock.now()) };
      const { payload } = await jwtVerify(token, secret, options);
      if (isState(payload)) return payload;
    } catch {
      // Forged, expired or no JWT at all: the same refusal.
    }
    throw new Refusal('PARAM.0014');
  };

  return {
    issue: (state, options = {}) => {
      const issuedAt = Math.floor(clock.now() / 1000);
      const life = options.stale === true ? -1 : settings.stateTokenSeconds;
      return new SignJWT({ ...state, jti: randomUUID() })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + life)
        .sign(secret);
    },
    read: async (token, purposes, holder) => {
      if (token === undefined) throw new Refusal('PARAM.0014');
      const state = await verified(token);
      const isTheirs =
        state.clientId === holder.clientId &&
        (!settings.bindFingerprint || state.fingerprint === holder.fingerprint);
      if (!isTheirs || !purposes.includes(state.purpose) || spent.has(state.jti)) {
        throw new Refusal('PARAM.0014');
      }
      return state;
    },
    spend: (state) => void spent.add(state.jti),
    clear: () => spent.clear(),
  };
}
