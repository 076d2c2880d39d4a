import { describe, expect, it } from 'vitest';
import { createRedirectState, redirectScope } from '../../../src/flow/redirect-state.js';
import { fakeDevice } from '../support/fake-device.js';
import { APP_ID, LOGIN_PAGE, records, success } from './alipay-shop.js';
import { startAlipayVerdicts } from './alipay-verdicts.js';

const { server, open, goAndReturn, posts, answered, expectRefused, expectIgnored } =
  await startAlipayVerdicts();
const MINUTE = 60_000;
const TENANT = { baseUrl: server.origin, clientId: 'demo-client', tenantId: '' };
const FOREIGN_APP = '2021999999999999';

describe('a state that is not ours', () => {
  const without = success('c').filter(([name]) => name !== 'state');
  const STATES = [
    '',
    '2',
    'open',
    '0'.repeat(64),
    createRedirectState(redirectScope('alipay', FOREIGN_APP, TENANT)),
    createRedirectState(redirectScope('wechat', APP_ID, TENANT)),
    createRedirectState(redirectScope('alipay', APP_ID, { ...TENANT, clientId: 'another' })),
    createRedirectState(redirectScope('alipay', APP_ID, { ...TENANT, tenantId: 'another' })),
    createRedirectState(redirectScope('alipay', APP_ID, { ...TENANT, baseUrl: 'https://another.example' })),
  ];

  it('promise S4: a missing state is ignored, whatever else there is', async () => {
    await expectIgnored(await answered((answer) => answer.filter(([name]) => name !== 'state')));
  });

  it.each(STATES)('promise S4: the page’s own state is left alone: %j', async (state) => {
    await expectIgnored(await goAndReturn({ answer: [...without, ['state', state]] }));
  });

  it.each([
    `?code=1&state=2`,
    '?auth_code=1',
    `?app_id=${APP_ID}&auth_code=1`,
    '?state',
    '?State=1',
    '',
    '?',
    '#state=1',
  ])('promise S4: the page’s own address is left alone: %j', async (query) => {
    await expectIgnored(await open({ address: LOGIN_PAGE + query }));
  });

  it('promise S4: our state in the hash is none', async () => {
    const shop = await answered();
    shop.page.address = shop.page.address.replace('?', '#');
    await expectIgnored(shop);
  });
});

describe('a state that is ours and counts no more', () => {
  it('promise S4: one that was made elsewhere, as by somebody who sends others their own code', async () => {
    const query = `?state=${createRedirectState(redirectScope('alipay', APP_ID, TENANT))}&auth_code=${server.issueAlipayCode()}`;
    await expectRefused(await open({ address: LOGIN_PAGE + query }));
  });

  it('promise S4: one of another browser', async () => {
    const shop = await answered();
    await expectRefused(await open({ address: shop.page.address, device: fakeDevice() }));
  });

  it('promise S4: one that was used, as by a reload of the address with the code', async () => {
    const shop = await answered();
    const { address } = shop.page;
    await shop.resume();
    expect([shop.events, posts().length]).toEqual([['success'], 1]);
    server.journal.clear();
    await expectRefused(await open({ address, device: shop.device }));
  });

  it('promise S4: one that was used without success', async () => {
    const shop = await goAndReturn({ answer: [['state', true]] });
    const { address } = shop.page;
    await shop.resume();
    expect(shop.events).toEqual(['failure alipay-cancelled start']);
    const code = server.issueAlipayCode();
    await expectRefused(await open({ address: `${address}&auth_code=${code}`, device: shop.device }));
  });

  it.each([
    ['after ten minutes', 10 * MINUTE, true],
    ['a moment later', 10 * MINUTE + 1, false],
    ['with a clock set back by a minute', -MINUTE, true],
    ['with a clock set back by a day', -1440 * MINUTE, false],
  ])('promise S4: one that is old: %s', async (_, ms, isGood) => {
    const shop = await answered();
    shop.device.clock += ms;
    if (!isGood) return expectRefused(shop);
    expect([await shop.resume(), shop.events]).toEqual([true, ['success']]);
  });

  it('promise S4: the attempt before, after another was begun, still counts: it is another tab', async () => {
    const shop = await answered();
    const other = await open({ device: shop.device });
    expect(other.press()).toBeDefined();
    other.flow.cancel();
    expect([await shop.resume(), shop.events, records(shop.device).length]).toEqual([true, ['success'], 1]);
  });

  it('promise S4: a record that somebody has spoilt', async () => {
    const shop = await answered();
    shop.device.stored.set(records(shop.device)[0]!, '{"at":');
    await expectRefused(shop);
  });

  it('promise S4: one whose record the browser has lost', async () => {
    const shop = await answered();
    shop.device.stored.clear();
    await expectRefused(shop);
  });
});
