import { constants, generateKeyPairSync, privateDecrypt, type KeyObject } from 'node:crypto';
import type { Clock } from './clock.js';
import { Refusal } from './reply.js';

/** Huawei's `X-signature`: the session_token, a moment and a nonce, encrypted for the server. */
export interface Signatures {
  /** The key to encrypt with, as PEM. */
  publicKey(): string;
  /** Opens a signature and gives the session_token in it; throws `PARAM.0024` if it is not fresh and new. */
  open(signature: string | undefined): string;
  clear(): void;
}

const FRESH_MS = 300_000;
const PLAIN = /^session_token=([^&]+)&timestamp=(\d{13})&nonce=([^&]+)$/;

/** Makes a key holder; the key is made when first needed. */
export function createSignatures(clock: Clock): Signatures {
  const seen = new Set<string>();
  let pair: { publicKey: KeyObject; privateKey: KeyObject } | undefined;
  const keys = (): { publicKey: KeyObject; privateKey: KeyObject } =>
    (pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));

  const decrypt = (signature: string): string => {
    try {
      const padding = constants.RSA_PKCS1_OAEP_PADDING;
      const key = { key: keys().privateKey, padding, oaepHash: 'sha256' };
      return privateDecrypt(key, Buffer.from(signature, 'base64')).toString('utf8');
    } catch {
      throw new Refusal('PARAM.0024');
    }
  };

  return {
    publicKey: () => keys().publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    open: (signature) => {
      const [, token, timestamp, nonce] = PLAIN.exec(decrypt(signature ?? '')) ?? [];
      if (token === undefined || timestamp === undefined || nonce === undefined) {
        throw new Refusal('PARAM.0024');
      }
      const isFresh = Math.abs(clock.now() - Number(timestamp)) <= FRESH_MS;
      if (!isFresh || seen.has(nonce)) throw new Refusal('PARAM.0024');
      seen.add(nonce);
      return token;
    },
    clear: () => seen.clear(),
  };
}
