import { type JSONWebKeySet, compactVerify, createLocalJWKSet, errors } from 'jose';
import { Abandoned, CiamError } from '../protocol/errors.js';
import { type Claims, type ExpectedClaims, readIdToken } from '../protocol/id-token.js';
import { isJsonObject } from '../protocol/json.js';
import type { CallOptions, CiamClient } from './client.js';
import { exchange } from './request.js';
import { retryGet } from './retry.js';

/**
 * Checks an id_token that has just arrived, its signature included, against the keys at the client's `jwksUri`. Where
 * those do not know the token's key they are fetched once more: it may have been rotated.
 *
 * Whether the token is still valid by this device's clock is not asked; see {@link readIdToken}.
 *
 * @throws {CiamError} `id-token-invalid`; `config` without a `jwksUri`; whatever fetching the keys fails with.
 */
export async function verifyIdToken(
  client: CiamClient,
  token: string,
  expected: ExpectedClaims = {},
  options: CallOptions = {},
): Promise<Claims> {
  const claims = readIdToken(token, expected);
  if (!client.jwksUri || !(crypto.subtle as SubtleCrypto | undefined))
    throw new CiamError('config', { subject: 'jwks-uri' });
  const verify = async () => {
    const keys = createLocalJWKSet(await fetchKeys(client, options));
    await compactVerify(token, keys);
  };
  try {
    await verify().catch(async (error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await verify();
    });
  } catch (cause) {
    options.signal?.throwIfAborted();
    const isOurs = cause instanceof CiamError || cause instanceof Abandoned;
    throw isOurs ? cause : new CiamError('id-token-invalid', { subject: 'signature', cause });
  }
  return claims;
}

/** Without the API's headers: the keys may be anybody's, and a plain request needs no preflight. */
async function fetchKeys(client: CiamClient, options: CallOptions): Promise<JSONWebKeySet> {
  const init: RequestInit = { credentials: 'omit', redirect: 'error', cache: 'no-store' };
  const text = await retryGet(() => exchange(client, client.jwksUri, init, options));
  const keys = readKeys(text);
  if (!keys) throw new CiamError('bad-response', { httpStatus: 200 });
  return keys;
}

function readKeys(text: string): JSONWebKeySet | null {
  try {
    const set: unknown = JSON.parse(text);
    const keys = isJsonObject(set) ? set['keys'] : null;
    return Array.isArray(keys) && keys.every(isJsonObject) ? { keys } : null;
  } catch {
    return null;
  }
}
