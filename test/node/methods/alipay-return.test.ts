import { describe, expect, it } from 'vitest';
import { fakeDevice } from '../support/fake-device.js';
import { APP_ID, LOGIN_PAGE, type Return, records, startAlipayBench, success } from './alipay-shop.js';

const { server, open, goAndReturn, posts, wire } = await startAlipayBench();
const V3 = '/api/v3/sdk/login/alipay';

describe('back from Alipay', () => {
  it('promise S4: the code is exchanged once, and somebody is logged in', async () => {
    const code = server.issueAlipayCode();
    const shop = await goAndReturn({ answer: success(code) });
    expect([await shop.resume(), shop.told]).toEqual([true, ['success', 'step done']]);
    expect(shop.successes).toMatchObject([{ success: { claims: { aud: 'demo-client' }, verified: false } }]);
    const calls = server.journal.list();
    expect(calls.map(({ method, path, query, body }) => ({ method, path, query, body }))).toEqual([
      { method: 'POST', path: V3, query: '', body: { code } },
    ]);
    expect(calls[0]!.headers).not.toHaveProperty('x-state-token');
  });

  it('promise S4: the state is forgotten and the address clean before the call', async () => {
    const device = fakeDevice();
    const seen: unknown[] = [];
    const shop = await goAndReturn({ answer: success(server.issueAlipayCode()), hash: '#top', device });
    expect([records(device).length, shop.page.address.includes('auth_code=')]).toEqual([1, true]);
    const { fetch } = device;
    device.fetch = (url, init) => {
      seen.push([shop.page.address, records(device), shop.page.replaced.length]);
      return fetch(url, init);
    };
    await shop.resume();
    expect(seen).toEqual([[`${LOGIN_PAGE}#top`, [], 1]]);
    expect(shop.events).toEqual(['success']);
  });

  it('promise S4: only Alipay’s parameters go; what the page has in its address stays to the letter', async () => {
    const own = 'code=page&a=%E8%8C%B6+1&&scope=mine&b=';
    const shop = await goAndReturn(
      { answer: success(server.issueAlipayCode()), hash: '#/cart?state=1&auth_code=2' },
      { settings: { alipayRedirectUri: `${LOGIN_PAGE}?${own}` } },
    );
    await shop.resume();
    expect(shop.page.address).toBe(`${LOGIN_PAGE}?${own}#/cart?state=1&auth_code=2`);
    expect(shop.events).toEqual(['success']);
  });

  it('promise S4: Alipay’s parameters may come in any order, and anywhere among the page’s', async () => {
    const device = fakeDevice();
    const shop = await open({ device });
    const state = shop.press()!.searchParams.get('state')!;
    shop.flow.cancel();
    const query = `auth_code=${server.issueAlipayCode()}&a=1&scope=auth_user&state=${state}&code=page&source=x&app_id=${APP_ID}`;
    const back = await open({ device, address: `${LOGIN_PAGE}?${query}` });
    expect([await back.resume(), back.page.address]).toEqual([true, `${LOGIN_PAGE}?a=1&code=page`]);
    expect(back.events).toEqual(['success']);
  });

  it('promise S4: an encoded code is sent as Alipay meant it', async () => {
    const shop = await goAndReturn({ answer: success('a%2Fb+c%3D%E8%8C%B6') });
    await shop.resume();
    expect(server.journal.list().map(({ body }) => body)).toEqual([{ code: 'a/b c=茶' }]);
    expect(shop.events).toEqual(['failure refused start']);
  });

  it('promise S6: neither code nor state is kept anywhere', async () => {
    const code = server.issueAlipayCode();
    const device = fakeDevice();
    const shop = await goAndReturn({ answer: success(code), device });
    const state = new URL(shop.page.address).searchParams.get('state')!;
    await shop.resume();
    const all = JSON.stringify([...device.stored]) + shop.page.address + JSON.stringify(shop.flow.state);
    for (const secret of [code, state, shop.successes[0]!.success.session.sessionToken])
      expect(all).not.toContain(secret);
  });

  it('the page may be elsewhere than where somebody left it', async () => {
    const settings = { alipayRedirectUri: 'https://shop.example/back?from=alipay' };
    const shop = await goAndReturn({ answer: success(server.issueAlipayCode()) }, { settings });
    await shop.resume();
    expect([shop.events, shop.page.address]).toEqual([['success'], 'https://shop.example/back?from=alipay']);
  });
});

describe('somebody who did not want to', () => {
  const WAYS: [string, Return['answer']][] = [
    ['a state alone', [['state', true]]],
    ['no code among the rest', success('').filter(([name]) => name !== 'auth_code')],
    ['an empty code', success('')],
    [
      'an error',
      [
        ['error_scope', 'auth_user'],
        ['app_id', true],
        ['state', true],
      ],
    ],
  ];

  it.each(WAYS)('promise S4: has cancelled, and nothing is sent: %s', async (_, answer) => {
    const shop = await goAndReturn({ answer });
    expect([await shop.resume(), shop.events]).toEqual([true, ['failure alipay-cancelled start']]);
    expect([wire(), shop.page.address, records(shop.device)]).toEqual([[], LOGIN_PAGE, []]);
    expect(shop.flow.state).toMatchObject({ phase: 'ready', failure: { field: null } });
    expect(shop.errors[0]!.retryable).toBe(false);

    // And may change their mind.
    const again = shop.press()!;
    shop.flow.cancel();
    expect(again.searchParams.get('state')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('promise S4: or comes back without any answer', async () => {
    const shop = await goAndReturn({ answer: [] });
    expect([await shop.resume(), shop.told, shop.page.replaced, wire()]).toEqual([false, [], [], []]);
  });
});

describe('an exchange that fails', () => {
  it.each([
    ['a code that is spent', { error: 'SOCIAL.0001' }, 'refused'],
    ['a code that is too old', { lifeMs: -1 }, 'refused'],
    ['somebody who is not known', { error: 'USER.0001' }, 'user-not-found'],
    ['a policy', { status: 'ACCESS_DENIED' }, 'access-denied'],
    ['a status that nobody knows', { status: 'RISK_REVIEW' }, 'bad-response'],
  ])('promise N1, N4: is told once and not repeated: %s', async (_, grant, code) => {
    const shop = await goAndReturn({ answer: success(server.issueAlipayCode(grant)) });
    await shop.resume();
    expect([shop.events, posts()]).toEqual([[`failure ${code} start`], [V3]]);
    expect(shop.successes).toEqual([]);
    // Nothing of it is left for another try, not even a reload.
    expect([await shop.resume(), records(shop.device), posts()]).toEqual([false, [], [V3]]);
  });

  it.each([
    [{ kind: 'reset' }, 'network'],
    [{ kind: 'hang' }, 'timeout'],
    [{ kind: 'hang-body' }, 'timeout'],
    [{ kind: 'cut' }, 'network'],
    [{ kind: 'truncate' }, 'bad-response'],
    [{ kind: 'html' }, 'bad-response'],
    [{ kind: 'empty', status: 500 }, 'busy'],
    [{ kind: 'empty', status: 503 }, 'busy'],
    [{ kind: 'empty', status: 400 }, 'bad-response'],
    [{ kind: 'empty', status: 401 }, 'bad-response'],
    [{ kind: 'empty', status: 403 }, 'bad-response'],
    [{ kind: 'empty', status: 429 }, 'rate-limited'],
  ] as const)('promise N1: one call, whatever the network does: %j is %s', async (fault, code) => {
    server.faults.set('*', fault);
    const answer = success(server.issueAlipayCode());
    const shop = await goAndReturn({ answer, config: { timeout: 150 } });
    await shop.resume();
    expect([shop.events, posts()]).toEqual([[`failure ${code} start`], [V3]]);
    expect([shop.page.address, records(shop.device)]).toEqual([LOGIN_PAGE, []]);
  });

  it('promise N7: tells nothing when the page is left meanwhile', async () => {
    server.faults.set('*', { kind: 'reset' });
    const shop = await goAndReturn({ answer: success(server.issueAlipayCode()) });
    shop.device.leaving = true;
    await shop.resume();
    expect([shop.events, posts()]).toEqual([[], [V3]]);
  });
});
