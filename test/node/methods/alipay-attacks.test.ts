import { describe, expect, it } from 'vitest';
import { createRedirectState, redirectScope } from '../../../src/flow/redirect-state.js';
import { fakeDevice } from '../support/fake-device.js';
import {
  APP_ID,
  LOGIN_PAGE,
  type Return,
  type Shop,
  records,
  startAlipayBench,
  success,
} from './alipay-shop.js';

const { server, open, goAndReturn, posts, wire } = await startAlipayBench();
const MINUTE = 60_000;
const TENANT = { baseUrl: server.origin, clientId: 'demo-client', tenantId: '' };
const FOREIGN_APP = '2021999999999999';

/** Somebody back from Alipay with a code that is good. */
function answered(change: (answer: Return['answer']) => Return['answer'] = (answer) => answer) {
  return goAndReturn({ answer: change(success(server.issueAlipayCode())), hash: '#top' });
}

/** Our state, but no login: nothing is sent, the address is clean, and it cannot be tried again. */
async function expectRefused(shop: Shop): Promise<void> {
  expect([await shop.resume(), shop.events]).toEqual([true, ['failure alipay-state start']]);
  expect([wire(), shop.successes, records(shop.device)]).toEqual([[], [], []]);
  expect(shop.flow.state).toMatchObject({ phase: 'ready', failure: { field: null } });
  expect(shop.page.address).not.toMatch(/[?&](state|auth_code|app_id)=/);
  expect([await shop.resume(), wire()]).toEqual([false, []]);
}

/** Not ours: it is as if nothing had been there. */
async function expectIgnored(shop: Shop): Promise<void> {
  const { address } = shop.page;
  const kept = [...shop.device.stored];
  expect([await shop.resume(), shop.told, wire()]).toEqual([false, [], []]);
  expect([shop.page.address, shop.page.replaced, [...shop.device.stored]]).toEqual([address, [], kept]);
}

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

describe('parameters that nobody should send', () => {
  it.each(['state', 'auth_code', 'app_id'])(
    'promise S4: a doubled %s is refused, and nothing is sent',
    async (name) => {
      const twice = ([...answer]: Return['answer']) => [
        ...answer,
        ...answer.filter(([each]) => each === name),
      ];
      const shop = await answered(twice);
      await expectRefused(shop);
      expect(shop.page.address).toBe(`${LOGIN_PAGE}#top`);
    },
  );

  it.each<[string, [string, string]]>([
    ['state', ['state', 'x']],
    ['state, empty', ['state', '']],
    ['state, spelled another way', ['%73tate', 'x']],
    ['auth_code', ['auth_code', 'theirs']],
    ['auth_code, empty', ['auth_code', '']],
    ['auth_code, spelled another way', ['auth%5Fcode', 'theirs']],
    ['app_id', ['app_id', FOREIGN_APP]],
  ])('promise S4: a second %s is refused, before or behind ours', async (_, pair) => {
    await expectRefused(await answered((answer) => [...answer, pair]));
    await expectRefused(await answered((answer) => [pair, ...answer]));
  });

  it.each([FOREIGN_APP, '', APP_ID.slice(1), `${APP_ID}%00`, `${APP_ID}+`, 'undefined'])(
    'promise S4: a foreign app_id is refused, and nothing is sent: %j',
    async (appId) => {
      const foreign = (answer: Return['answer']) =>
        answer.map(([name, value]) => [name, name === 'app_id' ? appId : value] as const);
      await expectRefused(await answered(foreign));
    },
  );

  it('promise S4: an answer without app_id is taken: not every version of Alipay’s page sends it', async () => {
    const shop = await answered((answer) => answer.filter(([name]) => name !== 'app_id'));
    expect([await shop.resume(), shop.events]).toEqual([true, ['success']]);
  });

  it('promise S4: an answer for another application of this page is not this one’s', async () => {
    const shop = await answered();
    const settings = { alipayAppId: FOREIGN_APP };
    await expectIgnored(await open({ address: shop.page.address, device: shop.device, settings }));
  });

  it.each([
    { clientId: 'another' },
    { tenantId: 'another' },
    { baseUrl: 'https://another.example' },
    { clientId: '' },
  ])('promise S4: an answer is kept for the tenant that it is for: not for %j', async (config) => {
    const { device, page } = await answered();
    await expectIgnored(await open({ address: page.address, device, config }));
    // The page may have been set up too late.
    const again = await open({ address: page.address, device });
    expect([await again.resume(), again.events]).toEqual([true, ['success']]);
  });
});
