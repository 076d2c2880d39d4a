import { CiamError } from '../protocol/errors.js';
import { type Country, readCountries } from '../protocol/country-codes.js';
import type { CallOptions, CiamClient } from './client.js';
import { request } from './request.js';

const RETRY_DELAYS_MS = [300, 900];

/**
 * Gets the countries to which the tenant sends codes. It changes nothing on the server, so it may be tried
 * again: at most twice, with jitter.
 */
export async function fetchCountries(client: CiamClient, options: CallOptions = {}): Promise<Country[]> {
  for (const delay of [...RETRY_DELAYS_MS, null]) {
    try {
      return readCountries(await request(client, { ...options, path: '/api/v2/sdk/country-codes' }));
    } catch (error) {
      if (delay === null || !(error instanceof CiamError && mayTryAgain(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())));
    }
  }
  throw new CiamError('network');
}

/** Not after a refusal: who was told that there were too many calls must not make another at once. */
function mayTryAgain({ retryable, retryAfter, httpStatus }: CiamError): boolean {
  return retryable && retryAfter === null && (httpStatus === null || httpStatus >= 500);
}
