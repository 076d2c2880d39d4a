/** What the headers of a call are made of; see API, section 1. */
export interface HeaderFacts {
  clientId: string;
  tenantId?: string | undefined;
  deviceIp?: string | undefined;
  fingerprint: string;
  osVersion: string;
  userAgent: string;
  /** A BCP 47 language tag; only Chinese and everything else exist for the server. */
  language: string;
  stateToken?: string | undefined;
  /** What proves a session. */
  proof?: SessionProof | undefined;
  /** True when the call has a body. */
  post: boolean;
}

/** A session, as BambooCloud wants it in a header, or as Huawei Cloud does: encrypted (API, section 6). */
export type SessionProof = { readonly sessionToken: string } | { readonly signature: string };

const MAX_HEADER_LENGTH = 512;

/**
 * Makes any text fit to be a header's value: printable ASCII, at most 512 characters, never empty.
 * `new Headers()` throws on Chinese, and a user agent may hold some.
 */
export function headerText(text: string): string {
  const ascii = text.normalize('NFKC').replace(/[^\x20-\x7e]+/g, '?');
  return ascii.trim().slice(0, MAX_HEADER_LENGTH).trim() || 'unknown';
}

/**
 * Exactly the headers that the API documents, and no other: a new one would be refused by
 * the CORS list of every tenant.
 */
export function ciamHeaders(facts: HeaderFacts): Record<string, string> {
  const headers: Record<string, string> = {
    'X-client-id': headerText(facts.clientId),
    'X-device-fingerprint': headerText(facts.fingerprint),
    'X-operating-sys-version': headerText(facts.osVersion),
    'X-agent': headerText(facts.userAgent),
    'X-L': /^zh\b/i.test(facts.language) ? 'zh' : 'en',
  };
  if (facts.post) headers['Content-Type'] = 'application/json;charset=utf8';
  if (facts.tenantId) headers['X-tenant-id'] = headerText(facts.tenantId);
  if (facts.deviceIp) headers['X-device-ip'] = headerText(facts.deviceIp);
  // Opaque, and longer than any other: a state token that was cut would be refused.
  if (facts.stateToken) headers['X-state-token'] = facts.stateToken;
  if (facts.proof)
    Object.assign(
      headers,
      'signature' in facts.proof
        ? { 'X-signature': facts.proof.signature }
        : { 'session-token': facts.proof.sessionToken },
    );
  return headers;
}
