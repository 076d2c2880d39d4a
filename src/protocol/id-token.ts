import { CiamError } from './errors.js';
import { type JsonObject, readJsonObject, readNumber, readString } from './json.js';

/** The claims of an id_token. `api` arrives as a string of JSON and is parsed here. */
export interface Claims {
  readonly sub: string;
  /** Seconds since 1970. */
  readonly exp: number;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly iss?: string;
  readonly aud?: string | readonly string[];
  /** `userName`, `id`, `name`, `mobile`, `email` where the tenant fills them in. */
  readonly api?: JsonObject;
  readonly [claim: string]: unknown;
}

/** What an id_token must say; a value that is not set is not checked, since the vendors document none. */
export interface ExpectedClaims {
  issuer?: string | undefined;
  audience?: string | undefined;
}

/** Three parts in base64url. */
const FORM = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * Decodes an id_token (RFC 7519) that has just arrived and checks all but its signature.
 *
 * `exp` is not held against this device's clock: the token is seconds old, and a clock that is wrong by a day
 * must not break a login. It must only lie after `iat`.
 *
 * @throws {CiamError} `id-token-invalid`
 */
export function readIdToken(token: string, expected: ExpectedClaims): Claims {
  if (!FORM.test(token)) throw invalid('alg');
  const [header, claims] = token.split('.', 2).map(decodePart);
  const alg = header && readString(header, 'alg');
  // `none` proves nothing, and with HS* whoever may check a token could also have written it (RFC 8725, 3.1).
  if (!claims || !alg || !/^((RS|PS|ES)\d{3}|EdDSA|Ed25519)$/.test(alg)) throw invalid('alg');

  const sub = readString(claims, 'sub');
  const exp = readNumber(claims, 'exp');
  const iat = readNumber(claims, 'iat');
  if (sub === null || exp === null || iat === null || exp <= iat) throw invalid('sub, exp, iat');
  if (expected.issuer && readString(claims, 'iss') !== expected.issuer) throw invalid('iss');
  if (expected.audience && !audiences(claims).includes(expected.audience)) throw invalid('aud');

  const api = readString(claims, 'api');
  return { ...claims, sub, exp, iat, ...(api !== null && { api: readJsonObject(api) ?? {} }) };
}

/** Decodes the header of a token, or its claims, in base64url; nothing for what is no JSON object. */
export function decodePart(part: string): JsonObject | undefined {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return readJsonObject(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ?? undefined;
  } catch {
    // No base64url, or no UTF-8.
  }
}

function audiences(claims: JsonObject): unknown[] {
  const aud: unknown = Object.hasOwn(claims, 'aud') ? claims['aud'] : null;
  return Array.isArray(aud) ? aud : [aud];
}

function invalid(subject: string): CiamError {
  return new CiamError('id-token-invalid', { subject });
}
