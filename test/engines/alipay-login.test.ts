import { expect, it } from 'vitest';
import { AlipayShop, SHELF } from './support/alipay-shop.js';
import { inEachEngine } from './support/in-each-engine.js';

inEachEngine('login with Alipay, there and back', (browser) => {
  const shop = new AlipayShop(browser);

  it('promise S4: asks Alipay for what it needs and no more', async () => {
    await shop.open('/shop?from=advert#box');
    const address = await shop.goToAlipay();
    const [, query = ''] = address.split('?');
    const back = encodeURIComponent(`${shop.origin}/shop`);
    expect(
      query
        .replace(/(?<=state=)[0-9a-f]{64}(?=&|$)/, '…')
        .split('&')
        .sort(),
    ).toEqual(
      ['app_id=2021000000000000', `redirect_uri=${back}`, 'scope=auth_user', 'state=…'], // encoded once
    );
    expect(shop.posts).toEqual([]);
  });

  it('promise S4: comes back, cleans the address, redeems the code and keeps nothing of it', async () => {
    await shop.open('/shop');
    await shop.goToAlipay();
    await shop.decide('agree');
    expect(await shop.event('success alipay')).toEqual([
      'redirect alipay',
      'success alipay',
      'step alipay done',
    ]);

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

  it('promise S4: leaves the query, the hash and the state of the page alone', async () => {
    await shop.open('/shelf');
    await shop.goToAlipay();
    await shop.decide('agree');
    await shop.event('success alipay');
    expect(shop.callbacks[0]).toContain(`${SHELF}&app_id=`);
    expect(await browser().url()).toBe(`${shop.origin}${SHELF}#tea`);
    expect(await browser().evaluate(() => history.state as unknown)).toEqual({ basket: 7 });
  });

  it('promise S4: finishes on another page of the shop', async () => {
    await shop.open('/door');
    await shop.goToAlipay();
    await shop.decide('agree');
    await shop.event('success alipay');
    expect(await browser().url()).toBe(`${shop.origin}/shop`);
    expect(shop.posts).toHaveLength(1);
  });

  it('promise S4: repeats nothing when the page is loaded again', async () => {
    await shop.open('/shop');
    await shop.goToAlipay();
    await shop.decide('agree');
    const log = await shop.event('success alipay');
    await browser().reload();
    await shop.rest();
    expect(await shop.log()).toEqual(log);
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
});
