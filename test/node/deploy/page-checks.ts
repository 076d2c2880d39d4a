import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fillPolicy } from '../../support/policies.js';
import { SDK } from '../support/client-bench.js';
import { FROM_DEVICE } from '../support/own-headers.js';
import { askAndGo } from './ask.js';
import type { FrontBench } from './front-bench.js';
import { readFile } from './read-doc.js';

/** Declares what a front has to do with the page's files, and what it says of every answer. */
export function checkPages({ asked, front, opened }: FrontBench): void {
  it.each([
    ['/', 'no-cache'],
    ['/login/ciam-login.js', 'no-cache'],
    ['/login/chunks/login-a1B2c3D4.js', 'public, max-age=31536000, immutable'],
    ['/login/0.1.0/ciam-login.js', 'public, max-age=31536000, immutable'],
    ['/assets/index-a1B2c3D4.js', 'public, max-age=31536000, immutable'],
    [`${SDK}/country-codes`, 'no-store'],
  ])('says of %s how long it may be kept: %s', async (path, kept) => {
    const { status, headers } = await asked(path, { headers: FROM_DEVICE });
    expect([status, headers['cache-control']]).toEqual([200, kept]);
  });

  it('compresses text, and asks whether what is kept is still so', async () => {
    for (const path of ['/', '/assets/index-a1B2c3D4.js', '/api/v1/oauth2/keys']) {
      const { headers } = await asked(path, { headers: { ...FROM_DEVICE, 'Accept-Encoding': 'gzip' } });
      expect(headers, path).toMatchObject({ 'content-encoding': 'gzip' });
      expect(String(headers.vary), path).toMatch(/Accept-Encoding/);
      expect((await asked(path, { headers: FROM_DEVICE })).headers['content-encoding'], path).toBeUndefined();
    }
    const { etag = '' } = (await asked('/')).headers;
    expect((await asked('/', { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  it('sends the policy of docs/csp.md, and no header twice', async () => {
    for (const path of ['/', `${SDK}/country-codes`]) {
      const { headers } = await asked(path, { headers: FROM_DEVICE });
      expect(headers).toMatchObject({
        'content-security-policy': fillPolicy(readFile('docs/csp.md'), 'own server'),
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin',
      });
    }
  });

  it.skipIf(!existsSync('/proc/self/fd'))('leaves no file open for those who went away', async () => {
    for (let call = 0; call < 10; call++) await askAndGo(front().origin, '/large.bin');
    await expect.poll(() => opened('large.bin')).toBe(0);
  });

  it('keeps no query in its log', async () => {
    await asked('/?auth_code=s3cret&state=5eed');
    expect(front().log()).not.toMatch(/s3cret|5eed/);
  });
}
