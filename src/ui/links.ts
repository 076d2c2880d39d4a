import type { ConsentLinks } from './form-state.js';

/** Lets through the addresses that a page may link to (http, https, mailto, tel), as written; `''` for any other. */
function safeLink(address: string | null | undefined): string | null {
  if (!address) return null;
  try {
    // Whatever page it is relative to, if it is; a server has none.
    const { protocol } = new URL(address, 'http://a');
    return /^(https?|mailto|tel):/.test(protocol) ? address : '';
  } catch {
    return '';
  }
}

/**
 * What the page wants agreed to before anything is sent; `null` when it asks for no consent. An address that cannot
 * be linked to asks for it all the same: a mistake there must not let everything through.
 */
export function consentLinks(urls: { termsUrl: string; privacyUrl: string }): ConsentLinks | null {
  const terms = safeLink(urls.termsUrl);
  const privacy = safeLink(urls.privacyUrl);
  return terms === null && privacy === null ? null : { terms, privacy };
}
