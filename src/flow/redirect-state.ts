import type { CiamClient } from '../client/client.js';

const RANDOM_BYTES = 28;

/** What a state is good for: one application at the service, and one of one tenant. Its answer is redeemed nowhere else. */
export function redirectScope(
  method: string,
  appId: string,
  { baseUrl, clientId, tenantId }: Pick<CiamClient, 'baseUrl' | 'clientId' | 'tenantId'>,
): string {
  return [method, appId, baseUrl, clientId, tenantId].join(' ');
}

/**
 * Makes the one-time `state` of a redirect: 32 bytes in hex, which Alipay and WeChat both take. 28 of them are random,
 * the last 4 are check digits: by them a page knows a state as ours whose record is lost, and leaves every other
 * `state` in its address alone.
 *
 * @param scope What the state is for, as {@link redirectScope} says; only the same scope knows it again.
 */
export function createRedirectState(scope: string): string {
  const random = [...crypto.getRandomValues(new Uint8Array(RANDOM_BYTES))];
  const hex = random.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex + checkDigits(scope + hex);
}

/** True for what {@link createRedirectState} has made for this scope, in this browser or another. */
export function isRedirectState(text: string, scope: string): boolean {
  const hex = text.slice(0, RANDOM_BYTES * 2);
  // With its check digits it is 64 characters long: no need to look for its ends.
  return /[0-9a-f]{64}/.test(text) && text === hex + checkDigits(scope + hex);
}

/** FNV-1a, 32 bits. It proves nothing and need not: whether a state counts, its record says. */
function checkDigits(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
