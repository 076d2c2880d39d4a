import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { startAlipay } from '../../../demo/alipay/alipay-server.js';
import { startBench } from '../server/support.js';
import { linksOf, REQUEST, SHOPS, SLOW_MS, startAlipayBench } from './support.js';

const { server, post } = await startBench();
const { ask, press, url } = await startAlipayBench(server.issueAlipayCode);

const OWN = [
  ['lang', 'en'],
  ['methods', 'sms,alipay'],
];
const { app_id: appId, scope, state } = REQUEST;
const ALIPAYS = [
  ['app_id', appId],
  ['source', 'alipay_wallet'],
  ['scope', scope],
];
const FORGED = ['state', expect.stringMatching(/^[0-9a-f]{64}$/)];
const CODE = ['auth_code', expect.stringMatching(/^[0-9a-f]{32}$/)];

/** Where a response sends the browser. */
function target(response: Response): URL {
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '');
}

/** The status that a login with the code of a return has. */
async function loginStatus({ searchParams }: URL): Promise<unknown> {
  const { json } = await post('/api/v3/sdk/login/alipay', { code: searchParams.get('auth_code') });
  return json.status;
}

describe('who agrees', () => {
  it.each([
    ['agree', 'SUCCESS'],
    ['agree-bind', 'SOCIAL_BIND'],
    ['agree-register', 'USER_REGISTER'],
    ['agree-mfa', 'MFA_AUTH'],
    ['slow', 'SUCCESS'],
  ])('%s: returns with a code for %s', async (id, status) => {
    const back = target(await press(id));
    expect([back.origin, back.pathname, back.hash]).toEqual([SHOPS[0], '/', '']);
    expect([...back.searchParams]).toEqual([...OWN, ...ALIPAYS, ['state', state], CODE]);
    expect(await loginStatus(back)).toBe(status);
  });

  it('gets another code each time', async () => {
    const codes = [await press('agree'), await press('agree')].map((response) =>
      target(response).searchParams.get('auth_code'),
    );
    expect(codes[0]).not.toBe(codes[1]);
  });

  it('gets a code that is fresh, however long the page was read', async () => {
    const href = linksOf(await (await ask()).text()).get('agree')!;
    server.advance(600_000);
    const back = target(await fetch(new URL(href, url), { redirect: 'manual' }));
    expect(await loginStatus(back)).toBe('SUCCESS');
  });

  it('is sent on by an answer that is kept nowhere and names no page', async () => {
    const { headers } = await press('agree');
    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([
      'no-store',
      'no-referrer',
    ]);
  });
});

describe('the address of a return', () => {
  it.each([
    ['/', '/?'],
    ['/?', '/?'],
    ['/login?next=a%2Cb,c%20d+e&x', '/login?next=a%2Cb,c%20d+e&x&'],
    ['/?state=own', '/?state=own&'],
  ])('keeps what the shop has at %s', async (path, start) => {
    const { href } = target(await press('cancel', { redirect_uri: SHOPS[1] + path }));
    expect(href).toBe(
      `${SHOPS[1]}${start}app_id=${appId}&source=alipay_wallet&scope=${scope}&state=${state}`,
    );
  });

  it('brings every character of a state back', async () => {
    const { searchParams } = target(await press('agree', { state: 'aZ09+/=' }));
    expect(searchParams.get('state')).toBe('aZ09+/=');
  });

  it('repeats the scope', async () => {
    const { searchParams } = target(await press('agree', { scope: 'auth_base' }));
    expect(searchParams.get('scope')).toBe('auth_base');
  });
});

describe('what else may come', () => {
  it('cancel: no code', async () => {
    expect([...target(await press('cancel')).searchParams]).toEqual([...OWN, ...ALIPAYS, ['state', state]]);
  });

  it('slow: later', async () => {
    const before = performance.now();
    target(await press('slow'));
    expect(performance.now() - before).toBeGreaterThanOrEqual(SLOW_MS - 5);
  });

  it('slow: not at all where Alipay stops first', async () => {
    const other = await startAlipay({
      issueCode: () => 'late',
      registeredOrigins: () => SHOPS,
      slowMs: 60_000,
    });
    const query = String(new URLSearchParams({ ...REQUEST, way: 'slow' }));
    const pending = fetch(other.authorizeUrl.replace(/[^/]+$/, `decide.htm?${query}`));
    pending.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await other.stop();
    await expect(pending).rejects.toThrow('fetch failed');
  });

  it('never: a page that stays, and says how to go back', async () => {
    const response = await press('never');
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('back button');
    expect(html).not.toMatch(/<a |http-equiv/);
    expect(html).not.toContain(new URL(url).origin);
  });

  it('forged-state: another state of the same form, another each time', async () => {
    const [one, two] = [target(await press('forged-state')), target(await press('forged-state'))];
    expect([...one.searchParams]).toEqual([...OWN, ...ALIPAYS, FORGED, CODE]);
    const states = new Set([state, one.searchParams.get('state'), two.searchParams.get('state')]);
    expect(states.size).toBe(3);
    expect(await loginStatus(one), 'the code alone would do').toBe('SUCCESS');
  });

  it('doubled-state: the right one, then another', async () => {
    const back = target(await press('doubled-state'));
    expect([...back.searchParams]).toEqual([...OWN, ...ALIPAYS, ['state', state], FORGED, CODE]);
    expect(new Set(back.searchParams.getAll('state')).size).toBe(2);
    expect(await loginStatus(back), 'the code alone would do').toBe('SUCCESS');
  });

  it('foreign-app: an answer to somebody else’s question', async () => {
    const back = target(await press('foreign-app'));
    const [, ...rest] = ALIPAYS;
    expect([...back.searchParams]).toEqual([
      ...OWN,
      ['app_id', expect.stringMatching(/^2021\d{12}$/)],
      ...rest,
      ['state', state],
      CODE,
    ]);
    expect(back.searchParams.get('app_id')).not.toBe(appId);
    expect(await loginStatus(back), 'the code alone would do').toBe('SUCCESS');
  });
});
