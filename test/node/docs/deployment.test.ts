import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
    const [, command = ''] = /^envsubst "\$\((.*)\)" </m.exec(doc) ?? [];
    const script = `set -a; . ./shop.env; for name in $(${command}); do eval "echo $name"; done`;
    const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: 'deploy', encoding: 'utf8' });
    expect(stderr).toBe('');
    const values = [...readFile('deploy/shop.env').matchAll(/^CIAM_\w+="?(.*?)"?$/gm)].map(
      ([, value]) => value,
    );
    expect(stdout.trimEnd().split('\n')).toEqual(values.filter((_value, index) => index < values.length - 1));
    expect(values.at(-1)).toBe(''); // an empty line, trimmed above
  });

  it('says what each placeholder of deploy/nginx.conf is for, and deploy/shop.env has each', () => {
    const used = [...readFile('deploy/nginx.conf').matchAll(/\$\{(CIAM_[A-Z_]+)\}/g)].map(([, name]) => name);
    const wanted = [...new Set(used)].sort();
    const [, table = ''] = doc.split('## nginx');
    const told = [...table.matchAll(/`(CIAM_[A-Z_]+)`/g)].map(([, name]) => name);
    const example = [...readFile('deploy/shop.env').matchAll(/^(CIAM_[A-Z_]+)=/gm)].map(([, name]) => name);
    expect([...new Set(told)].sort()).toEqual(wanted);
    expect(example.sort()).toEqual(wanted);
  });
});
