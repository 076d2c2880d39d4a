import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { addressBehind } from '../../../deploy/node/address.mjs';
import { createFront } from '../../../deploy/node-server.mjs';
import { closeServer, listen } from '../../../demo/listen.js';
import type { KeyPair } from './tenant.js';

/** What a server in front of a tenant has to be told. */
export interface FrontOptions extends KeyPair {
  /** Where the tenant listens, with TLS, as `localhost`; the certificate is the only one to trust. */
  readonly tenantPort: number;
  /** The folder that holds the page. */
  readonly pages: string;
  /** The one other origin whose pages may call. */
  readonly allowedOrigin: string;
  /** How many proxies stand before it; none if absent. */
  readonly proxies?: 1;
  /** Whether to speak TLS itself; as `http:` otherwise. nginx only. */
  readonly listen?: 'ssl';
  /** A change of nginx's filled-in configuration. */
  readonly change?: (conf: string) => string;
  /** An empty folder, for what such a server writes. */
  readonly work: string;
}

/** A server in front of a tenant. */
export interface Front {
  readonly origin: string;
  /** The process that it runs in. */
  readonly pid: number;
  /** What it has written down of who called, if it does. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts one of them. */
export type StartFront = (options: FrontOptions) => Promise<Front>;

/** The one in Node. */
export const startNodeFront: StartFront = async ({
  tenantPort,
  certificate,
  pages,
  allowedOrigin,
  proxies,
}) => {
  const front = createFront({
    tenant: `https://localhost:${tenantPort}`,
    pages,
    origin: allowedOrigin,
    addressOf: addressBehind(proxies ?? 0),
    ca: readFileSync(certificate, 'utf8'),
  });
  const server = createServer(front);
  const port = await listen(server, 0, '127.0.0.1');
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: process.pid,
    log: () => '',
    stop: () => closeServer(server),
  };
};
