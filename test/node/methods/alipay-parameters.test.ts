import { describe, expect, it } from 'vitest';
import { APP_ID, LOGIN_PAGE, type Return } from './alipay-shop.js';
import { startAlipayVerdicts } from './alipay-verdicts.js';

const { open, answered, expectRefused, expectIgnored } = await startAlipayVerdicts();
const FOREIGN_APP = '2021999999999999';

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
