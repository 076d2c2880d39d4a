import { CiamError } from '../protocol/errors.js';
import { readJsonObject, readNumber, readString } from '../protocol/json.js';
import type { CallOptions, CiamClient } from './client.js';
import { request } from './request.js';

/**
 * Makes Huawei's `X-signature`: the session token, the server's time and a nonce, encrypted for the server with
 * RSA-OAEP and SHA-256 (API, section 6). It takes two calls, since the key and the time are the server's.
 *
 * @throws {CiamError} `config` where the browser has no cryptography: on pages that are not served by https;
 *   `bad-response` for a key that is none.
 */
export async function createSignature(
  client: CiamClient,
  sessionToken: string,
  options: CallOptions = {},
): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) throw new CiamError('config', { subject: 'https' });
  const get = async (path: string) =>
    readJsonObject(await request(client, { ...options, path: `/api/v2/sdk/${path}` })) ?? {};

  const keyText = readKey(await get('public-key'));
  const date = await get('server-date');
  const timestamp = readString(date, 'timestamp') ?? String(readNumber(date, 'timestamp'));
  if (!keyText || !/^\d+$/.test(timestamp)) throw new CiamError('bad-response', { httpStatus: 200 });
  const text = `session_token=${sessionToken}&timestamp=${timestamp}&nonce=${createNonce()}`;
  try {
    const spki = Uint8Array.from(atob(keyText), (character) => character.charCodeAt(0));
    const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' };
    const key = await subtle.importKey('spki', spki, algorithm, false, ['encrypt']);
    return base64(await subtle.encrypt(algorithm, key, new TextEncoder().encode(text)));
  } catch (cause) {
    // What looked like a key is none, or one that is too short for this token.
    throw new CiamError('bad-response', { httpStatus: 200, cause });
  }
}

/** The documents do not name the field: it is the one that holds a key. */
function readKey(answer: Readonly<Record<string, unknown>>): string | undefined {
  return Object.values(answer)
    .map((value) =>
      typeof value === 'string' ? value.replace(/-----(BEGIN|END) PUBLIC KEY-----|\s/g, '') : '',
    )
    .find((text) => /^MI[A-Za-z0-9+/]{200,}={0,2}$/.test(text));
}

function createNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
