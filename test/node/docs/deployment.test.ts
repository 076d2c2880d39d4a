import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createServer, type UserConfig } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { ask } from '../deploy/ask.js';
import { readFile } from '../deploy/read-doc.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { FROM_DEVICE } from '../support/own-headers.js';

const { server, count } = await startClientBench();
const folder = mkdtempSync(join(tmpdir(), 'ciam-vite-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ENVSUBST = `process.stdout.write(require("fs").readFileSync(0, "utf8").replace(/[$][{](\\w+)[}]/g,
  (all, name) => process.argv[1].includes(all) ? process.env[name] : all))`;
const doc = readFile('docs/deployment.md');

describe('docs/deployment.md', () => {
  it('has a configuration of Vite that forwards calls, and strips what is not the tenant’s', async () => {
    const [, code = ''] = /```js\n(\/\/ vite\.config\.js[^]*?)```/.exec(doc) ?? [];
    expect(code).toContain('https://tenant.example.com');
    const file = `${folder}/vite.config.mjs`;
    writeFileSync(file, code.replace('https://tenant.example.com', server.origin));
    const config = ((await import(pathToFileURL(file).href)) as { default: UserConfig }).default;
    const vite = await createServer({
      ...config,
      configFile: false,
      root: folder,
      logLevel: 'silent',
      optimizeDeps: { noDiscovery: true },
      server: { ...config.server, port: 0, host: '127.0.0.1', ws: false, watch: null },
    });
    await vite.listen();
    const origin = `http://127.0.0.1:${String((vite.httpServer?.address() as AddressInfo).port)}`;
    const headers = { ...FROM_DEVICE, Cookie: 'shop=1', Origin: origin, Referer: `${origin}/?auth_code=1` };
    const { status } = await ask(origin, `${SDK}/country-codes`, { headers });
    const other = await ask(origin, '/api/v2/tenant/users');
    await vite.close();
    expect(status).toBe(200);
    expect(other.status).toBe(404);
    expect([count(`${SDK}/country-codes`), server.journal.list().length]).toEqual([1, 1]);
    const [entry] = server.journal.list();
    expect(entry?.headers).toMatchObject({ ...FROM_DEVICE, host: new URL(server.origin).host });
    for (const name of ['cookie', 'origin', 'referer']) expect(entry?.headers).not.toHaveProperty(name);
  });

  it('has a command that fills in everything', () => {
    const [, block = ''] = /```sh\n(cd deploy\n[^]*?)nginx -t/.exec(doc) ?? [];
    expect(block).toContain('/etc/nginx/conf.d/shop.conf');
    const made = `${folder}/shop.conf`;
    // Not every machine has envsubst: this one replaces the names that it is given, as that does.
    const envsubst = `envsubst() { node -e '${ENVSUBST}' "$1"; }`;
    const script = `${envsubst}\n${block.replace('/etc/nginx/conf.d/shop.conf', made)}`;
    const { status, stderr } = spawnSync('sh', ['-ec', script], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const values = new Map(
      [...readFile('deploy/shop.env').matchAll(/^(CIAM_\w+)="?(.*?)"?$/gm)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    const wanted = readFile('deploy/nginx.conf').replace(/\$\{(CIAM_[A-Z_]+)\}/g, (_all, name: string) =>
      String(values.get(name)),
    );
    expect(readFileSync(made, 'utf8')).toBe(wanted);
  });

  it('says what each placeholder of deploy/nginx.conf is for, and deploy/shop.env has each', () => {
    const used = [...readFile('deploy/nginx.conf').matchAll(/\$\{(CIAM_[A-Z_]+)\}/g)].map(([, name]) => name);
    const wanted = [...new Set(used)].sort();
    const table = doc.split('## nginx')[1]?.split('## Node')[0] ?? '';
    const told = [...table.matchAll(/`(CIAM_[A-Z_]+)`/g)].map(([, name]) => name);
    const example = [...readFile('deploy/shop.env').matchAll(/^(CIAM_[A-Z_]+)=/gm)].map(([, name]) => name);
    expect([...new Set(told)].sort()).toEqual(wanted);
    expect(example.sort()).toEqual(wanted);
  });
});
