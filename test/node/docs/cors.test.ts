import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALLOWED_HEADERS } from '../../../demo/server/cors.js';
import { ciamHeaders, type HeaderFacts } from '../../../src/protocol/headers.js';
import { readCorsList } from '../../support/cors-list.js';
import { readCalls } from '../deploy/client-calls.js';
import { readFile } from '../deploy/read-doc.js';

const doc = readFile('docs/cors.md');
const list = readCorsList(doc);
const listed = (name: string): string[] => (list[`access-control-${name}`] ?? '').split(', ');

// A fact that is missing does not compile.
const EVERYTHING: Required<HeaderFacts> = {
  clientId: 'a',
  tenantId: 'b',
  deviceIp: 'c',
  fingerprint: 'd',
  osVersion: 'e',
  userAgent: 'f',
  language: 'en',
  stateToken: 'g',
  proof: { sessionToken: 'h' },
  post: true,
};

describe('promise N10: the list of docs/cors.md', () => {
  it('has every header that a call may carry, and no other', () => {
    const sent = [
      ...Object.keys(ciamHeaders(EVERYTHING)),
      ...Object.keys(ciamHeaders({ ...EVERYTHING, proof: { signature: 'i' } })),
    ];
    expect(listed('allow-headers').sort()).toEqual(
      [...new Set(sent.map((name) => name.toLowerCase()))].sort(),
    );
    expect(listed('allow-headers').sort()).toEqual([...ALLOWED_HEADERS].sort());
  });

  it('exposes every header that is read of an answer, and no other', () => {
    const read = sources().flatMap((source) => [...source.matchAll(/headers\.get\('([^']+)'\)/g)]);
    expect([...new Set(read.map(([, name]) => name))]).toEqual(listed('expose-headers'));
  });

  it('has every method', () => {
    const used = sources().flatMap((source) => [...source.matchAll(/'(GET|POST|PUT|PATCH|DELETE|HEAD)'/g)]);
    expect([...new Set(used.map(([, name]) => name))].sort()).toEqual(listed('allow-methods'));
  });

  it('names the paths to forward, and each call is below one of them', () => {
    const [, text = ''] = doc.split("**Behind the page's own origin**");
    const paths = [...text.matchAll(/`(\/api\/[^`]+?)\*?`/g)].map(([, path = '']) => path);
    expect(paths).toHaveLength(3);
    expect(readCalls().filter((call) => !paths.some((path) => call.startsWith(path)))).toEqual([]);
  });
});

/** What makes calls and reads answers. */
function sources(): string[] {
  return ['src/client', 'src/device'].flatMap((folder) =>
    readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  );
}
