import { readdirSync, readFileSync } from 'node:fs';
import { SDK } from '../support/client-bench.js';

/** The address of every call that the client makes by `fetch`: those of its sources, and those that are put together. */
export function readCalls(): string[] {
  const folder = new URL('../../../src/client/', import.meta.url);
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const written = sources.flatMap((source) =>
    [...source.matchAll(/'(\/api\/[\w/-]+)'/g)].map(([, path = '']) => path),
  );
  const others = ['public-key', 'server-date', 'login/alipay'].map((name) => `${SDK}/${name}`);
  return [...new Set([...written, ...others, '/api/v3/sdk/login/alipay', '/api/v1/oauth2/keys'])];
}
