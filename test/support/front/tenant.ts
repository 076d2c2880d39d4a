import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { closeServer, listen } from '../../../demo/listen.js';

/** A tenant that speaks TLS, as real ones do, with a certificate for `localhost` that nobody else trusts. */
export interface Tenant extends KeyPair {
  readonly port: number;
  /** The names that callers asked for in their first message (SNI). */
  readonly names: ReadonlySet<unknown>;
  stop(): Promise<void>;
}

/** A certificate and its key: their files. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

/** Makes a certificate for `localhost` in a folder. */
export function makeCertificate(openssl: string, folder: string): KeyPair {
  const certificate = `${folder}/localhost.pem`;
  const key = `${folder}/localhost.key`;
  const { status, stderr } = spawnSync(
    openssl,
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
      ...['-keyout', key, '-out', certificate],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return { certificate, key };
}

/** Puts TLS before a server of the API; the certificate is made in the given folder. */
export async function startTenant(
  openssl: string,
  folder: string,
  handler: RequestListener,
): Promise<Tenant> {
  const { certificate, key } = makeCertificate(openssl, folder);
  const names = new Set<unknown>();
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, handler);
  server.on('secureConnection', ({ servername }: TLSSocket & { servername?: unknown }) =>
    names.add(servername),
  );
  const port = await listen(server, 0, '127.0.0.1');
  return { port, certificate, key, names, stop: () => closeServer(server) };
}
