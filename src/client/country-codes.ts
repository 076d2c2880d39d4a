import { type Country, readCountries } from '../protocol/country-codes.js';
import type { CallOptions, CiamClient } from './client.js';
import { request } from './request.js';
import { retryGet } from './retry.js';

/** Gets the countries to which the tenant sends codes; tried again at most twice. */
export async function fetchCountries(client: CiamClient, options: CallOptions = {}): Promise<Country[]> {
  return retryGet(async () =>
    readCountries(await request(client, { ...options, path: '/api/v2/sdk/country-codes' })),
  );
}
