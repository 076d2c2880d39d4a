import { describe, expect, it } from 'vitest';
import type { ClientConfig } from '../../../src/client/client.js';
import { sms } from '../../../src/methods/sms.js';
import { entered } from '../flow/visit.js';
import { LOGIN_PAGE, type Shop, records, startAlipayBench, success } from './alipay-shop.js';

const { server, goAndReturn, posts } = await startAlipayBench();
const V3 = '/api/v3/sdk/login/alipay';
const RIGHT = entered('12345678901', '232326', { consent: 'on' });

/** Somebody who went to Alipay from a page set up like this, and is back at it. */
function answered(before: Partial<ClientConfig> = {}, after: Partial<ClientConfig> = before): Promise<Shop> {
  return goAndReturn({ answer: success(server.issueAlipayCode()), config: after }, { config: before });
}

/** It is as if nothing had been there: nothing is taken, so it can be taken later. */
function expectUntouched(shop: Shop, told: readonly string[] = []): void {
  expect(shop.flow.resume(shop.first)).toBe(false);
  expect([shop.page.replaced, records(shop.device).length, shop.told]).toEqual([[], 1, told]);
  expect(shop.page.address).toMatch(/[?&]state=[0-9a-f]{64}&auth_code=./);
}

async function expectTaken(shop: Shop): Promise<void> {
  expect([await shop.resume(), shop.events.at(-1)]).toEqual([true, 'success']);
  expect([shop.page.address, records(shop.device)]).toEqual([LOGIN_PAGE, []]);
  expect(posts().filter((path) => path === V3)).toHaveLength(1);
}

describe('promise S4: an answer is for the tenant that it was asked for', () => {
  it.each<[string, Partial<ClientConfig>]>([
    ['client id', { clientId: 'another-client' }],
    ['tenant id', { tenantId: 'another' }],
    ['no tenant id', { tenantId: '' }],
    ['base url', { baseUrl: 'https://another.example' }],
    ['a path on the same host', { baseUrl: 'PATH' }],
  ])('promise S4: not for another one: %s', async (_, change) => {
    if (change.baseUrl === 'PATH') change = { baseUrl: `${server.origin}/another` };
    const before = { tenantId: 'first' };
    const config = { ...before, ...change };
    const shop = await answered(before, config);
    expectUntouched(shop);
    expect(posts()).toEqual([]);
    // The page's settings may come one after the other.
    Object.assign(config, { clientId: 'demo-client', baseUrl: server.origin, ...before });
    await expectTaken(shop);
    expect(server.journal.list(V3)[0]!.headers).toMatchObject({
      'x-client-id': 'demo-client',
      'x-tenant-id': 'first',
    });
  });

  it('promise S4: what says nothing about the tenant may have changed', async () => {
    const change = { language: 'zh-CN', timeout: 3000, deviceIp: '203.0.113.9', clientId: ' demo-client ' };
    await expectTaken(await answered({}, { ...change, baseUrl: `${server.origin}/` }));
  });
});

describe('promise S4: an answer waits for a page that is not set up yet', () => {
  it.each<[string, Partial<ClientConfig>]>([
    ['no client id', { clientId: '' }],
    ['an address that is none', { baseUrl: 'http://tenant.example' }],
    ['a time limit that is none', { timeout: -1 }],
    ['keys from nowhere', { jwksUri: 'http://keys.example' }],
  ])('promise S4: %s', async (_, wrong) => {
    const config = { ...wrong };
    const shop = await answered({}, config);
    expectUntouched(shop);
    for (const name of Object.keys(config) as (keyof ClientConfig)[]) Reflect.deleteProperty(config, name);
    await expectTaken(shop);
  });
});

describe('promise S4: an answer waits for its turn', () => {
  it('promise S4, N8: while somebody is logged in another way', async () => {
    const shop = await answered();
    shop.trace.push('restart');
    shop.flow.restart(await sms.begin());
    server.faults.set('/api/v2/sdk/login/mobile-verify-code', { kind: 'status', status: 400, times: 1 });
    const attempt = shop.flow.submit(RIGHT);
    expectUntouched(shop);
    await attempt;
    expect(shop.events).toEqual(['failure bad-response start']);
    await expectTaken(shop);
  });

  it('promise S4, N8: while a code is sent', async () => {
    const shop = await answered();
    shop.trace.push('restart');
    shop.flow.restart(await sms.begin());
    const attempt = shop.flow.sendCode(RIGHT);
    expect(shop.flow.resume(shop.first)).toBe(false);
    expect([shop.page.replaced, records(shop.device).length]).toEqual([[], 1]);
    await attempt;
    expect(shop.events).toEqual(['sent login']);
    await expectTaken(shop);
  });

  it('promise S4, N5: while the server wants to be left alone', async () => {
    const shop = await answered();
    const headers = { 'Retry-After': '60' };
    server.faults.set(V3, { kind: 'status', status: 429, headers, times: 1 });
    const { address } = shop.page;
    const kept = [...shop.device.stored];
    await shop.resume();
    expect(shop.events).toEqual(['failure rate-limited start']);
    // The next answer in this page.
    shop.page.address = address.replace(/(auth_code=)[^&]*/, `$1${server.issueAlipayCode()}`);
    shop.page.replaced.length = 0;
    for (const [key, value] of kept) shop.device.stored.set(key, value);
    server.journal.clear();
    expectUntouched(shop, ['failure rate-limited start']);
    shop.device.clock += 59_999;
    expectUntouched(shop, ['failure rate-limited start']);
    shop.device.clock += 1;
    await expectTaken(shop);
  });
});
