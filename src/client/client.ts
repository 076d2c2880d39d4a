import { browserDevice } from '../device/browser-device.js';
import type { Device } from '../device/device.js';
import { readBaseUrl, readJwksUri } from '../protocol/base-url.js';
import { CiamError } from '../protocol/errors.js';

/** How to reach a tenant; the same words as the element's attributes. */
export interface ClientConfig {
  /** Tenant address; empty is the page's own origin, which then forwards the calls. */
  baseUrl?: string;
  /** The application's id. It is the only credential, and no secret. */
  clientId: string;
  /** For applications that serve several tenants under one domain. */
  tenantId?: string;
  /** The browser's own address, where the page's server knows it. */
  deviceIp?: string;
  /** Language of the server's texts, a BCP 47 tag; English without it. */
  language?: string;
  /** Milliseconds for one call, headers and body together; 15 000 without it. */
  timeout?: number;
  /** Where the keys are that sign id_tokens; `auto` is the tenant's own address for them. Without it nobody checks. */
  jwksUri?: string;
  /** For tenants whose puzzle wants its point encrypted; plain without it (API, section 3). */
  encryptPoint?: (pointJson: string, secretKey: string) => string | Promise<string>;
}

/** A checked configuration and a browser: what every call of this package takes first. */
export interface CiamClient extends Required<Omit<ClientConfig, 'encryptPoint'>> {
  readonly encryptPoint: ClientConfig['encryptPoint'];
  readonly device: Device;
}

/** What may be said of a single call. */
export interface CallOptions {
  /** Cancels the call; it then rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
  /** The token of the answer that this call continues. */
  stateToken?: string | undefined;
}

const DEFAULT_TIMEOUT_MS = 15_000;

/**
 * Checks a configuration and makes a client of it. Nothing is sent, stored or started.
 *
 * @throws {CiamError} `config`, whose `subject` is the attribute at fault.
 */
export function createClient(given: ClientConfig, device: Device = browserDevice()): CiamClient {
  // Own fields only: an address that has got into `Object.prototype` must not be where logins go.
  const config = { __proto__: null, ...given };
  const timeout = config.timeout ?? DEFAULT_TIMEOUT_MS;
  if (!config.clientId.trim()) throw new CiamError('config', { subject: 'client-id' });
  // setTimeout() takes a longer time for none at all.
  if (!(timeout > 0 && timeout < 2 ** 31)) throw new CiamError('config', { subject: 'timeout' });
  const baseUrl = readBaseUrl(config.baseUrl ?? '', device.origin);
  return {
    baseUrl,
    clientId: config.clientId.trim(),
    tenantId: config.tenantId ?? '',
    deviceIp: config.deviceIp ?? '',
    language: config.language ?? 'en',
    timeout,
    jwksUri: readJwksUri(config.jwksUri ?? '', baseUrl, device.origin),
    encryptPoint: config.encryptPoint,
    device,
  };
}
