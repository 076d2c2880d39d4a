import type { ConsentLinks } from './form-state.js';

/** Lets through the addresses that a page may link to (http, https, mailto, tel), as it was written; else `null`. */
export function safeLink(address: string | null | undefined): string | null {
  if (!address) return null;
  try {
    const { protocol } = new URL(address, document.baseURI);
    return /^(https?|mailto|tel):$/.test(protocol) ? address : null;
  } catch {
    return null;
  }
}

/** What the page wants agreed to before anything is sent; `null` when it asks for no consent. */
export function consentLinks(urls: { termsUrl: string; privacyUrl: string }): ConsentLinks | null {
  const terms = safeLink(urls.termsUrl);
  const privacy = safeLink(urls.privacyUrl);
  return terms || privacy ? { terms, privacy } : null;
}
