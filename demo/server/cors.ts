import type { Settings } from './settings.js';

/** Request headers that pages of other origins may send: the documented ones. */
export const ALLOWED_HEADERS: readonly string[] = [
  'content-type',
  'x-operating-sys-version',
  'x-device-fingerprint',
  'x-device-ip',
  'x-agent',
  'x-l',
  'x-client-id',
  'x-tenant-id',
  'x-state-token',
  'session-token',
  'x-signature',
];

const MAX_AGE_SECONDS = 600;

/** Which origins may call, and what they are told. */
export interface Cors {
  isAllowed(origin: string | null): boolean;
  /** Headers for an answer; without permission only `vary`. */
  answerHeaders(origin: string | null): Record<string, string>;
  /** Headers of a preflight's answer. A browser compares them with what it wants to send. */
  preflightHeaders(origin: string): Record<string, string>;
}

/** Makes the policy for a strict list of origins. */
export function createCors(allowedOrigins: () => readonly string[], settings: Settings): Cors {
  const isAllowed = (origin: string | null): boolean => origin !== null && allowedOrigins().includes(origin);
  return {
    isAllowed,
    answerHeaders: (origin) => {
      if (origin === null || !isAllowed(origin)) return { vary: 'origin' };
      return {
        vary: 'origin',
        'access-control-allow-origin': origin,
        ...(settings.exposeRetryAfter ? { 'access-control-expose-headers': 'Retry-After' } : {}),
      };
    },
    preflightHeaders: (origin) => ({
      vary: 'origin',
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': ALLOWED_HEADERS.join(', '),
      'access-control-max-age': String(MAX_AGE_SECONDS),
    }),
  };
}
