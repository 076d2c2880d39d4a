/** What a server does with the session_token of `ciam-login-success`: it gets a new id_token, and ends the session. */
import { constants, publicEncrypt, randomUUID } from 'node:crypto';

/**
 * @typedef {object} Caller Whose session it is. `device` is what the success event says of the browser: the tenant
 *   takes the session from nobody else.
 * @property {string} baseUrl
 * @property {string} clientId
 * @property {{ fingerprint: string, osVersion: string, userAgent: string }} device
 * @property {string} [tenantId]
 */

/**
 * BambooCloud. From now on the session token that it gives is the one that counts, and the one before may be dead.
 *
 * @param {Caller} caller @param {string} sessionToken
 */
export async function renewBambooCloud(caller, sessionToken) {
  const answer = await call(caller, 'POST', '/sso/session-token/id-token', { 'session-token': sessionToken });
  const { session_token = sessionToken, expire, id_token } = answer;
  return { sessionToken: String(session_token), expiresIn: Number(expire), idToken: String(id_token) };
}

/**
 * Huawei Cloud. The session token stays.
 *
 * @param {Caller} caller @param {string} sessionToken
 */
export async function renewHuaweiCloud(caller, sessionToken) {
  const headers = { 'X-signature': await sign(caller, sessionToken) };
  const { id_token } = await call(caller, 'POST', '/session-token/refresh-id-token', headers);
  return { sessionToken, idToken: String(id_token) };
}

/**
 * Huawei Cloud: ends the session. BambooCloud has no call for that.
 *
 * @param {Caller} caller @param {string} sessionToken
 */
export async function logoutHuaweiCloud(caller, sessionToken) {
  await call(caller, 'GET', '/logout', { 'X-signature': await sign(caller, sessionToken) });
}

/** @param {Caller} caller @param {string} sessionToken */
async function sign(caller, sessionToken) {
  // The documents do not name the field: it is the one that holds a key.
  const [key] = Object.values(await call(caller, 'GET', '/public-key')).filter((value) =>
    String(value).includes('PUBLIC KEY'),
  );
  const { timestamp } = await call(caller, 'GET', '/server-date');
  const text = `session_token=${sessionToken}&timestamp=${String(timestamp)}&nonce=${randomUUID()}`;
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const sealed = publicEncrypt({ key: String(key), padding, oaepHash: 'sha256' }, Buffer.from(text));
  return sealed.toString('base64');
}

/**
 * @param {Caller} caller @param {'GET' | 'POST'} method @param {string} path
 * @param {Record<string, string>} [proof]
 * @returns {Promise<Record<string, unknown>>}
 */
async function call({ baseUrl, clientId, tenantId, device }, method, path, proof = {}) {
  const response = await fetch(`${baseUrl}/api/v2/sdk${path}`, {
    method,
    headers: {
      'X-client-id': clientId,
      'X-device-fingerprint': device.fingerprint,
      'X-operating-sys-version': device.osVersion,
      'X-agent': device.userAgent,
      ...(tenantId && { 'X-tenant-id': tenantId }),
      ...(method === 'POST' && { 'Content-Type': 'application/json;charset=utf8' }),
      ...proof,
    },
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
    ...(method === 'POST' && { body: '{}' }),
  });
  const text = await response.text();
  /** @type {Record<string, unknown>} */
  const answer = text ? JSON.parse(text) : {};
  if (!response.ok) throw new Error(`${response.status} ${String(answer['error_code'])}`);
  return answer;
}
