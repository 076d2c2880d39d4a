import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';

/** A pair of keys that signs id_tokens, and what the key set calls it. */
export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** Makes one, which takes a tenth of a second. */
export function createSigningKey(): SigningKey {
  return { kid: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}
