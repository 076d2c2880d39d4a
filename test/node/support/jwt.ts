/** A part of a JWT: JSON, or any text or bytes, in base64url. */
export function part(content: unknown): string {
  const bytes =
    content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content);
  return Buffer.from(bytes).toString('base64url');
}

/** An id_token with these claims (or this text of claims), signed by nobody. */
export function jwt(claims: unknown, header: unknown = { alg: 'RS256', kid: 'k', typ: 'JWT' }): string {
  return `${part(header)}.${part(claims)}.${part('signature')}`;
}
