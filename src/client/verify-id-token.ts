import { type JWK, compactVerify } from 'jose';
import { Abandoned, CiamError } from '../protocol/errors.js';
import { type Claims, type ExpectedClaims, decodePart, readIdToken } from '../protocol/id-token.js';
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
  const [header = {}] = token.split('.', 1).map(decodePart);
  const kid = header['kid'];
  const findKeys = async () => {
    const keys = await fetchKeys(client, options);
    return kid === undefined ? keys : keys.filter((key) => key.kid === kid);
  };
  try {
    const known = await findKeys();
    const keys = known.length ? known : await findKeys();
    // More than one only where the token does not say which.
    await Promise.any(keys.map((key) => compactVerify(token, key)));
  } catch (cause) {
    options.signal?.throwIfAborted();
    const isOurs = cause instanceof CiamError || cause instanceof Abandoned;
    throw isOurs ? cause : new CiamError('id-token-invalid', { subject: 'signature', cause });
  }
  return claims;
}

/** Without the API's headers: the keys may be anybody's, and a plain request needs no preflight. */
async function fetchKeys(client: CiamClient, options: CallOptions): Promise<readonly JWK[]> {
  const init: RequestInit = { credentials: 'omit', redirect: 'error', cache: 'no-store' };
  const text = await retryGet(() => exchange(client, client.jwksUri, init, options));
  const keys = readKeys(text);
  if (!keys) throw new CiamError('bad-response', { httpStatus: 200 });
  return keys;
}

function readKeys(text: string): readonly JWK[] | undefined {
  try {
    const set: unknown = JSON.parse(text);
    const keys = isJsonObject(set) ? set['keys'] : null;
    if (Array.isArray(keys) && keys.every(isJsonObject)) return keys;
  } catch {
    // No JSON is no key set.
  }
}
