import { CiamError } from '../protocol/errors.js';
import { readJsonObject, readString } from '../protocol/json.js';
import type { CallOptions, CiamClient } from './client.js';
import { request } from './request.js';
import { retryGet } from './retry.js';

/**
 * Makes Huawei's `X-signature`: the session token, the server's time and a nonce, encrypted for the server with
 * RSA-OAEP and SHA-256 (API, section 6). It takes two calls, since the key and the time are the server's.
 *
 * @throws {CiamError} `config` where the browser has no cryptography: on pages that are not served by https.
 */
export async function createSignature(
  client: CiamClient,
  sessionToken: string,
  options: CallOptions = {},
): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) throw new CiamError('config', { subject: 'https' });
  const get = async (path: string) =>
    readJsonObject(await retryGet(() => request(client, { ...options, path: `/api/v2/sdk/${path}` }))) ?? {};

  const key = await subtle
    .importKey('spki', readKey(await get('public-key')), { name: 'RSA-OAEP', hash: 'SHA-256' }, false, [
      'encrypt',
    ])
    .catch((cause: unknown) => {
      throw cause instanceof CiamError ? cause : new CiamError('bad-response', { httpStatus: 200, cause });
    });
  const date = await get('server-date');
  const timestamp = readString(date, 'timestamp') ?? String(Number(date['timestamp']));
  if (!/^\d+$/.test(timestamp)) throw new CiamError('bad-response', { httpStatus: 200 });
  const text = `session_token=${sessionToken}&timestamp=${timestamp}&nonce=${createNonce()}`;
  return base64(await subtle.encrypt('RSA-OAEP', key, new TextEncoder().encode(text)));
}

/** The documents do not name the field: it is the one that holds a key. */
function readKey(answer: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
  for (const value of Object.values(answer)) {
    const text = typeof value === 'string' ? value.replace(/-----(BEGIN|END) PUBLIC KEY-----|\s/g, '') : '';
    if (/^MI[\w+/]{200,}={0,2}$/.test(text))
      return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  }
  throw new CiamError('bad-response', { httpStatus: 200 });
}

function createNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
