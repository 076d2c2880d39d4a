import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findOpenssl } from '../../../scripts/programs.mjs';
import { startTenant } from '../../support/front/tenant.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { FROM_DEVICE } from '../support/own-headers.js';
import { ask } from './ask.js';

const { server } = await startClientBench();
const openssl = findOpenssl();
const folder = mkdtempSync(join(tmpdir(), 'ciam-process-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the file as `docs/deployment.md` says, and tells at which address it listens, and what it warns of. */
async function run(
  settings: NodeJS.ProcessEnv,
  use: (origin: string, host: string) => Promise<void>,
): Promise<string> {
  const child = spawn(process.execPath, ['deploy/node-server.mjs'], {
    env: { ...settings, CIAM_PAGES: 'docs', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let warned = '';
  child.stderr.on('data', (part: Buffer) => (warned += part.toString()));
  try {
    const said = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (part: Buffer) => resolve(part.toString()));
      child.once('close', () => reject(new Error(warned)));
    });
    const [, host = ''] = /address: '(.*?)'/.exec(said) ?? [];
    await use(`http://127.0.0.1:${/port: (\d+)/.exec(said)?.[1] ?? ''}`, host);
  } finally {
    child.kill();
    await ended;
  }
  return warned;
}

describe.skipIf(!openssl)('promise N4: deploy/node-server.mjs by itself', () => {
  it('believes as many proxies as it is told, and trusts the authorities of a file', async () => {
    const tenant = await startTenant(openssl ?? '', folder, server.handler);
    const settings = {
      CIAM_TENANT: 'localhost',
      CIAM_TENANT_PORT: String(tenant.port),
      CIAM_AUTHORITIES: tenant.certificate,
    };
    const called = async (origin: string, forwarded: string) => {
      const headers = { ...FROM_DEVICE, 'X-Forwarded-For': forwarded };
      expect((await ask(origin, `${SDK}/country-codes`, { headers })).status).toBe(200);
      return server.journal.list().at(-1)?.headers['x-device-ip'];
    };
    const quiet = await run({ ...settings, CIAM_PROXIES: '2' }, async (origin) => {
      expect(await called(origin, '6.6.6.6, 192.0.2.7, 10.0.0.1')).toBe('192.0.2.7');
      expect(await called(origin, '10.0.0.1')).toBe('127.0.0.1');
    });
    expect(quiet).toBe('');
    const warned = await run(settings, async (origin, host) => {
      expect(host).toBe('127.0.0.1');
      for (let call = 0; call < 2; call++) expect(await called(origin, '192.0.2.7')).toBe('127.0.0.1');
    });
    expect(warned.match(/CIAM_PROXIES/g)).toHaveLength(1);
    await tenant.stop();
  });
});
