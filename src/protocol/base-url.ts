import { CiamError } from './errors.js';

/** True for the names of this very machine, to which http is as safe as https. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/**
 * Checks where calls go: https, or http to this very machine, without credentials, query or hash.
 * An empty address is the page's own origin, whatever its scheme: who can read the page's traffic
 * has the page already.
 *
 * @returns The address without a slash at its end.
 * @throws {CiamError} `config`, with the attribute's name as subject.
 */
export function readBaseUrl(text: string, pageOrigin: string): string {
  const address = text.trim() || pageOrigin;
  const url = parseUrl(address);
  const safe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && (isLoopback(url.hostname) || address === pageOrigin));
  if (!url || !safe || url.username || url.password || /[?#]/.test(url.href)) {
    throw new CiamError('config', { subject: 'base-url' });
  }
  return url.href.replace(/\/+$/, '');
}

/**
 * Checks where the keys are that sign id_tokens: https, or http to this very machine or to the page's own site,
 * without credentials.
 *
 * @param text `auto` is the tenant's own address for them (API, section 6); empty is nowhere.
 * @throws {CiamError} `config`, with the attribute's name as subject.
 */
export function readJwksUri(text: string, baseUrl: string, pageOrigin: string): string {
  const address = text.trim();
  if (address === 'auto') return `${baseUrl}/api/v1/oauth2/keys`;
  if (!address) return '';
  const url = parseUrl(address);
  const isSafe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && (isLoopback(url.hostname) || url.origin === pageOrigin));
  if (!url || !isSafe || url.username || url.password) throw new CiamError('config', { subject: 'jwks-uri' });
  return url.href;
}

// Not `URL.canParse`: the browsers inside older phone apps do not have it.
function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    // It is none.
  }
}
