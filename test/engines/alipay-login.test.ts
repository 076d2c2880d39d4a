import { expect, it } from 'vitest';
import { AlipayShop, SHELF } from './support/alipay-shop.js';
import { inEachEngine } from './support/in-each-engine.js';

/** No violation of the page's policy among them. */
const WHOLE = ['redirect alipay', 'success alipay', 'step alipay done'];

inEachEngine('login with Alipay', (browser) => {
  const shop = new AlipayShop(browser);

  it('promise S4: asks Alipay for what it needs and no more', async () => {
    await shop.open('/shop?from=advert#box');
    const [, query = ''] = (await shop.goToAlipay()).split('?');
    const asked = query.replace(/(?<=state=)[0-9a-f]{64}(?=&|$)/, '…').split('&');
    const back = encodeURIComponent(`${shop.origin}/shop`); // once
    expect(asked.sort()).toEqual([
      'app_id=2021000000000000',
      `redirect_uri=${back}`,
      'scope=auth_user',
      'state=…',
    ]);
    expect(shop.posts).toEqual([]);
  });

  it('promises S1, S2 and S4: comes back under Trusted Types, cleans the address, redeems the code and keeps nothing of it', async () => {
    await shop.open('/shop');
    await shop.goToAlipay();
    await shop.decide('agree');
    expect(await shop.event('step alipay done')).toEqual(WHOLE);

    expect(await browser().url()).toBe(`${shop.origin}/shop`);
    const [callback = ''] = shop.callbacks;
    const { searchParams } = new URL(callback);
    expect([...searchParams.keys()]).toEqual(['app_id', 'source', 'scope', 'state', 'auth_code']);
    expect(shop.posts).toMatchObject([
      {
        path: '/api/v3/sdk/login/alipay',
        body: { code: searchParams.get('auth_code') },
        headers: { referer: `${shop.origin}/shop` }, // the address was clean when the call was made
      },
    ]);
    const kept = await browser().evaluate(() =>
      JSON.stringify([localStorage, sessionStorage, history.state]),
    );
    expect(kept).not.toContain(searchParams.get('state'));
    expect(kept).not.toContain(searchParams.get('auth_code'));
  });

  it('promises S1, S3 and S4: leaves the query, the hash and the state of the page alone, with the bundle by its hash', async () => {
    await shop.open('/shelf');
    await shop.goToAlipay();
    await shop.decide('agree');
    expect(await shop.event('step alipay done')).toEqual(WHOLE);
    expect(shop.callbacks[0]).toContain(`${SHELF}&app_id=`);
    expect(await browser().url()).toBe(`${shop.origin}${SHELF}#tea`);
    expect(await browser().evaluate(() => history.state as unknown)).toEqual({ basket: 7 });
  });

  it('promises S1 and S4: finishes on another page of the shop, with scripts let in by their origin', async () => {
    await shop.open('/door');
    await shop.goToAlipay();
    await shop.decide('agree');
    expect(await shop.event('step alipay done')).toEqual(WHOLE);
    expect(await browser().url()).toBe(`${shop.origin}/shop`);
    expect(shop.posts).toHaveLength(1);
  });

  it('promise S4: goes on with binding where the tenant asks for it, and is no success', async () => {
    await shop.open('/shop');
    await shop.goToAlipay();
    await shop.decide('agree-bind');
    expect(await shop.event('step alipay bind')).toEqual(['redirect alipay', 'step alipay bind']);
    expect(await browser().url()).toBe(`${shop.origin}/shop`);
    await shop.rest();
    expect(await shop.log()).toEqual(['redirect alipay', 'step alipay bind']);
  });

  /** The way to Alipay and back, once more. */
  async function expectFree(): Promise<void> {
    await shop.goToAlipay();
    await shop.decide('agree');
    await shop.event('success alipay');
    expect(shop.posts).toHaveLength(1);
  }

  it('promise S4: tells that somebody has cancelled, without a call', async () => {
    await shop.open('/shop');
    await shop.goToAlipay();
    await shop.decide('cancel');
    const seen = ['redirect alipay', 'error alipay alipay-cancelled'];
    expect(await shop.event('error alipay alipay-cancelled')).toEqual(seen);
    expect(await browser().url()).toBe(`${shop.origin}/shop`);
    expect(shop.posts).toEqual([]);
    await expectFree();
  });

  it('promise S4: is free again for whoever comes back with the back button', async () => {
    await shop.open('/shop');
    const first = await shop.goToAlipay();
    await browser().back();
    await shop.rest();
    expect(await browser().url()).toBe(`${shop.origin}/shop`);
    expect(await shop.log()).toEqual(['redirect alipay']);
    const second = await shop.goToAlipay();
    expect(new URL(second).searchParams.get('state')).not.toBe(new URL(first).searchParams.get('state'));
    await browser().back();
    await expectFree();
  });

  it('promise S4: stays where a page does not want to be left', async () => {
    await shop.open('/stay');
    await shop.press();
    expect(await shop.event('redirect alipay')).toEqual(['redirect alipay']);
    await shop.rest();
    await shop.press();
    await shop.rest();
    expect(await browser().url()).toBe(`${shop.origin}/stay`);
    expect(await shop.log()).toEqual(['redirect alipay', 'redirect alipay']);
  });

  for (const [whose, query] of [
    ['the page itself', 'code=1&state=2'],
    ['another library that looks like ours', `code=1&state=${'5eed'.repeat(16)}&auth_code=3`],
  ] as const) {
    it(`promise S4: leaves a code and a state alone that are of ${whose}`, async () => {
      await shop.open(`/shop?${query}#box`);
      await shop.rest();
      expect(await browser().url()).toBe(`${shop.origin}/shop?${query}#box`);
      expect(await shop.log()).toEqual([]);
      expect(shop.posts).toEqual([]);
    });
  }

  it('promise S4: takes a callback once, however often the page or its address is opened', async () => {
    await shop.open('/shop');
    await shop.goToAlipay();
    await shop.decide('agree');
    const log = await shop.event('step alipay done');
    await browser().reload();
    await shop.rest();
    expect(await shop.log()).toEqual(log);
    await shop.open((shop.callbacks[0] ?? '').slice(shop.origin.length));
    expect(await shop.event('error alipay alipay-state')).toEqual([...log, 'error alipay alipay-state']);
    expect(await browser().url()).toBe(`${shop.origin}/shop`);
    expect(shop.posts).toHaveLength(1);
  });

  it('promise S4: takes no callback that another browser has asked for', async () => {
    await shop.open('/shop');
    await shop.goToAlipay();
    const ways = await browser().evaluate(() => document.querySelector<HTMLAnchorElement>('#agree')?.href);
    await shop.open('/shop');
    await browser().evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await browser().open(ways ?? '');
    expect(await shop.event('error alipay alipay-state')).toEqual(['error alipay alipay-state']);
    expect(await browser().url()).toBe(`${shop.origin}/shop`);
    expect(shop.posts).toEqual([]);
  });

  for (const [what, way] of [
    ['a forged state', 'forged-state'],
    ['a second state', 'doubled-state'],
    ['the id of another application', 'foreign-app'],
  ] as const) {
    it(`promise S4: sends nothing for a callback with ${what}`, async () => {
      await shop.open('/shop');
      await shop.goToAlipay();
      await shop.decide(way);
      await browser().waitFor('the shop', (origin) => location.origin === origin, shop.origin);
      await shop.rest();
      expect((await shop.log()).filter((entry) => entry.startsWith('success'))).toEqual([]);
      expect(shop.posts).toEqual([]);
    });
  }
});
