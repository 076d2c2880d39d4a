import { CiamError } from '../protocol/errors.js';
import { readJsonObject, readString } from '../protocol/json.js';
import { type Session, readExpire } from '../protocol/login-answer.js';
import type { CallOptions, CiamClient } from './client.js';
import { request, requestNothing } from './request.js';
import { createSignature } from './signature.js';

/** Whose documents the tenant follows: BambooCloud's or Huawei Cloud's (API, section 6). */
export type Dialect = 'bc' | 'hw';

/**
 * Gets a new id_token for a session.
 *
 * @returns The session as it is from now on: with BambooCloud its `sessionToken` may be another one, and the one before
 *   is dead then.
 * @throws {CiamError} `session-invalid` when it has ended; `config` where Huawei's signature cannot be made, since the
 *   page is not served by https.
 */
export async function refreshIdToken(
  client: CiamClient,
  session: Session,
  dialect: Dialect,
  options: CallOptions = {},
): Promise<Session> {
  const { sessionToken } = session;
  const isHw = dialect === 'hw';
  const proof = isHw ? { signature: await createSignature(client, sessionToken, options) } : { sessionToken };
  const path = isHw ? '/api/v2/sdk/session-token/refresh-id-token' : '/api/v2/sdk/sso/session-token/id-token';
  const answer = readJsonObject(await request(client, { ...options, path, proof, body: {} })) ?? {};

  const idToken = readString(answer, 'id_token');
  if (!idToken) throw new CiamError('bad-response', { httpStatus: 200 });
  const expiresIn = readExpire(answer);
  return {
    sessionToken: readString(answer, 'session_token') ?? sessionToken,
    idToken,
    expiresIn: expiresIn ?? session.expiresIn,
    expiresAt: expiresIn === null ? session.expiresAt : new Date(client.device.now() + expiresIn * 1000),
  };
}

/**
 * Ends a session at the server; Huawei Cloud only, BambooCloud documents no such call (API, section 6).
 *
 * @throws {CiamError} `session-invalid` when it has ended before; `bad-response` when something else than the server has
 *   answered.
 */
export async function logout(
  client: CiamClient,
  { sessionToken }: Pick<Session, 'sessionToken'>,
  options: CallOptions = {},
): Promise<void> {
  const proof = { signature: await createSignature(client, sessionToken, options) };
  await requestNothing(client, { ...options, path: '/api/v2/sdk/logout', proof });
}

/**
 * The address that ends the browser's own session at the tenant, to be gone to: `location.assign(…)`.
 *
 * @param redirectUrl Where the tenant sends people then.
 */
export function browserLogoutUrl(client: CiamClient, redirectUrl: string): string {
  return `${client.baseUrl}/api/v1/logout?redirect_url=${encodeURIComponent(redirectUrl)}`;
}
