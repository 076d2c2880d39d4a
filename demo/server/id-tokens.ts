import { randomUUID } from 'node:crypto';
import { exportJWK, SignJWT, type JWK } from 'jose';
import type { Clock } from './clock.js';
import { personOf } from './person.js';
import type { Settings } from './settings.js';
import { createSigningKey, type SigningKey } from './signing-key.js';

/** Signer of id_tokens, with the key set that proves them. */
export interface IdTokens {
  issue(account: string, clientId: string): Promise<string>;
  /** The public keys, newest first. */
  jwks(): Promise<{ keys: JWK[] }>;
  /** From now on a new key signs; the key set keeps the old one too. */
  rotate(): void;
}

const LIFE_SECONDS = { bc: 300, hw: 7200 };
const NOT_BEFORE_SECONDS = 120;

/** Makes a signer; its first key is asked for when first needed, because that takes a moment. */
export function createIdTokens(
  settings: Settings,
  clock: Clock,
  origin: () => string,
  firstKey: () => SigningKey,
): IdTokens {
  const keys: SigningKey[] = [];
  const current = (): SigningKey => {
    if (keys[0] === undefined) keys.unshift(firstKey());
    return keys[0] as SigningKey;
  };

  return {
    issue: (account, clientId) => {
      const person = personOf(account);
      const { kid, privateKey } = current();
      const issuedAt = Math.floor(clock.now() / 1000);
      const life = settings.idTokenSeconds ?? LIFE_SECONDS[settings.dialect];
      return new SignJWT({ api: JSON.stringify(person) })
        .setProtectedHeader({ alg: settings.idTokenAlg, kid, typ: 'JWT' })
        .setIssuer(settings.issuer ?? `${origin()}/api/v1/oauth2`)
        .setAudience(clientId)
        .setSubject(person.id)
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt - NOT_BEFORE_SECONDS)
        .setExpirationTime(issuedAt + life)
        .setJti(randomUUID())
        .sign(privateKey);
    },
    jwks: async () => {
      current();
      const publicJwk = async ({ kid, publicKey }: SigningKey): Promise<JWK> => ({
        ...(await exportJWK(publicKey)),
        kid,
        use: 'sig',
        alg: settings.idTokenAlg,
      });
      return { keys: await Promise.all(keys.map(publicJwk)) };
    },
    rotate: () => {
      current();
      keys.unshift(createSigningKey());
    },
  };
}
