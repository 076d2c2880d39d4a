import { describe, expect, it } from 'vitest';
import { oneClick } from '../../../src/methods/one-click.js';
import { sms } from '../../../src/methods/sms.js';
import { LOGIN_PAGE, startAlipayBench, success } from '../methods/alipay-shop.js';
import { type Visit, entered } from './visit.js';

const { server, visit, goAndReturn, posts } = await startAlipayBench();
const SDK = '/api/v2/sdk';
const RIGHT = entered('12345678901', '232326', { consent: 'on' });
const getToken = () => Promise.resolve(server.issueOneClickToken());
const smsStep = await sms.begin();

/** The server wants a rest of a minute, once. */
function tire(path: string): void {
  const headers = { 'Retry-After': '60' };
  server.faults.set(path, { kind: 'status', status: 429, headers, times: 1 });
}

/** A short cut that was told to wait. */
async function tiredShortcut(): Promise<Visit> {
  const visitor = await visit({ step: await oneClick.begin(), settings: { oneClick: { getToken } } });
  tire(`${SDK}/login/aliyun-mobile-auth`);
  await visitor.flow.submit({});
  return visitor;
}

/** Somebody back from Alipay, whose answer was not taken for now. */
async function tiredShop() {
  const shop = await goAndReturn({ answer: success(server.issueAlipayCode()) });
  tire('/api/v3/sdk/login/alipay');
  await shop.resume();
  return shop;
}

/** Goes over to another way of logging in, as a tab does. */
function turnTo({ flow, trace }: Visit, step = smsStep): void {
  trace.push('restart');
  flow.restart(step);
}

describe('promise N5: who may not use one way of logging in may use another', () => {
  it.each([
    ['one-click', tiredShortcut],
    ['alipay', tiredShop],
  ] as const)('promise N5: a text message after %s', async (_, begin) => {
    const visitor = await begin();
    const { flow, device, first } = visitor;
    expect(visitor.events).toEqual(['failure rate-limited start']);
    expect(flow.restsUntil('submitting')).toBe(device.clock + 60_000);

    turnTo(visitor);
    expect(flow.restsUntil('submitting')).toBe(0);
    await flow.sendCode(RIGHT);
    await flow.submit(RIGHT);
    expect(visitor.events.slice(1)).toEqual(['sent login', 'success']);

    // It still holds where it was said.
    turnTo(visitor, first);
    expect(flow.restsUntil('submitting')).toBe(device.clock + 60_000);
    const before = posts().length;
    await flow.submit({ consent: 'on' });
    expect([posts().length, visitor.redirects]).toEqual([before, []]);
  });

  it('promise N5: one-click after a text message, and each rests by itself', async () => {
    const visitor = await visit({ settings: { oneClick: { getToken } } });
    const { flow, device, first } = visitor;
    tire(`${SDK}/login/mobile-verify-code`);
    await flow.submit(RIGHT);
    device.clock += 10_000;
    const shortcut = await oneClick.begin();
    turnTo(visitor, shortcut);
    tire(`${SDK}/login/aliyun-mobile-auth`);
    await flow.submit({});
    expect(flow.restsUntil('submitting')).toBe(device.clock + 60_000);
    turnTo(visitor, first);
    expect(flow.restsUntil('submitting')).toBe(device.clock + 50_000);

    device.clock += 50_000;
    await flow.submit(RIGHT);
    expect(visitor.events.slice(2)).toEqual(['success']);
    turnTo(visitor, shortcut);
    await flow.submit({});
    expect(visitor.events.slice(3)).toEqual([]);
    device.clock += 10_000;
    await flow.submit({});
    expect(visitor.events.slice(3)).toEqual(['success']);
  });

  it('promise N5: an answer by Alipay is taken while only text messages rest', async () => {
    const shop = await goAndReturn({ answer: success(server.issueAlipayCode()) });
    turnTo(shop);
    tire(`${SDK}/login/mobile-verify-code`);
    await shop.flow.submit(RIGHT);
    expect(shop.events).toEqual(['failure rate-limited start']);
    expect([await shop.resume(), shop.events.at(-1)]).toEqual([true, 'success']);
    expect(shop.page.address).toBe(LOGIN_PAGE);
  });

  it('promise N5: a rest that a later step was told belongs to the way that led there', async () => {
    const visitor = await visit();
    await visitor.logIn('13800000006');
    tire(`${SDK}/mfa/sms`);
    await visitor.flow.submit({ code: '000000' });
    expect(visitor.events.at(-1)).toBe('failure rate-limited mfa');
    visitor.restart();
    expect(visitor.flow.restsUntil('submitting')).toBe(visitor.device.clock + 60_000);
  });
});
