import { afterEach, describe, expect, it, vi } from 'vitest';
import { ended, LOGIN_PAGE, APP_ID, records, startAlipayBench, success } from './alipay-shop.js';

const { server, open, goAndReturn, wire } = await startAlipayBench();
const AUTHORIZE = 'https://openauth.alipay.com/oauth2/publicAppAuthorize.htm';

afterEach(() => void vi.useRealTimers());

/** The parameters of an address as they are written, in the order of their names. */
function written(url: URL): string[] {
  return url.search.slice(1).split('&').sort();
}

describe('the way to Alipay', () => {
  it('promise S4: asks for exactly what is documented', async () => {
    const shop = await open({ address: `${LOGIN_PAGE}?from=cart&state=open#top` });
    const url = shop.press()!;
    expect(url.href.startsWith(`${AUTHORIZE}?`)).toBe(true);
    expect(written(url)).toEqual([
      `app_id=${APP_ID}`,
      'redirect_uri=https%3A%2F%2Fshop.example%2Flogin',
      'scope=auth_user',
      expect.stringMatching(/^state=[0-9a-f]{64}$/),
    ]);
    expect([url.hash, shop.redirects, shop.page.left]).toEqual(['', [url.href], [url.href]]);
    expect([shop.flow.state.phase, wire(), shop.page.replaced]).toEqual(['submitting', [], []]);
    shop.flow.cancel();
  });

  it('promise S4: encodes the way back once, to the letter', async () => {
    const alipayRedirectUri = 'https://Shop.example:443/back/%E8%8C%B6?a=b%20c&d=%26&e=1+2';
    const shop = await open({ settings: { alipayRedirectUri, alipayScope: 'auth_base' } });
    const url = shop.press()!;
    expect(written(url)[1]).toBe(`redirect_uri=${encodeURIComponent(alipayRedirectUri)}`);
    expect(url.searchParams.get('redirect_uri')).toBe(alipayRedirectUri);
    expect(written(url)[2]).toBe('scope=auth_base');
    shop.flow.cancel();
  });

  it.each([
    ['/back', 'https://shop.example/back'],
    ['back?a=1', 'https://shop.example/back?a=1'],
    ['?a=1', `${LOGIN_PAGE}?a=1`],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    [' https://shop.example/ ', 'https://shop.example/'],
    ['', LOGIN_PAGE],
    [null, LOGIN_PAGE],
    [undefined, LOGIN_PAGE],
  ])('comes back to %j as %s', async (alipayRedirectUri, address) => {
    const shop = await open({ address: `${LOGIN_PAGE}?from=cart#top`, settings: { alipayRedirectUri } });
    expect(shop.press()!.searchParams.get('redirect_uri')).toBe(address);
    shop.flow.cancel();
  });

  it('comes back to a page without https where it is on one', async () => {
    const shop = await open({ address: 'http://intranet.example/login?a=1' });
    expect(shop.press()!.searchParams.get('redirect_uri')).toBe('http://intranet.example/login');
    shop.flow.cancel();
  });

  it.each([
    ['https://openauth-sandbox.dl.alipaydev.com/oauth2/publicAppAuthorize.htm', '?'],
    ['http://127.0.0.1:9/authorize', '?'],
    ['https://proxy.example/to?site=alipay', '&'],
  ])('goes to %s', async (alipayAuthorizeUrl, separator) => {
    const shop = await open({ settings: { alipayAuthorizeUrl, alipayAppId: 2021000000000000 } });
    const { href } = shop.press()!;
    expect(href.startsWith(`${alipayAuthorizeUrl}${separator}app_id=${APP_ID}&`)).toBe(true);
    shop.flow.cancel();
  });

  it('promise S4: takes another state for each press, and keeps each', async () => {
    const shop = await open();
    const states = [shop.press()!, (shop.flow.cancel(), shop.press()!)].map((url) =>
      url.searchParams.get('state')!,
    );
    shop.flow.cancel();
    expect(new Set(states).size).toBe(2);
    expect(records(shop.device).sort()).toEqual(states.map((state) => `ciam-login:redirect:${state}`).sort());
  });

  it('promise N8: one press, one redirect', async () => {
    const shop = await open();
    expect([shop.press(), shop.press(), shop.press()].map((url) => url !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
    expect([shop.redirects.length, records(shop.device).length]).toEqual([1, 1]);
    shop.flow.cancel();
  });
});

describe('a page that cancels the redirect', () => {
  it('promise S4: is not left, and free again', async () => {
    const shop = await open({ mayLeave: false });
    for (const count of [1, 2]) {
      await shop.flow.submit({});
      expect(shop.flow.state).toMatchObject({ phase: 'ready', failure: null });
      expect([shop.redirects.length, shop.page.left, wire()]).toEqual([count, [], []]);
    }
    expect(shop.events).toEqual([]);
  });

  it('promise S4: may go there itself, and the way back is open', async () => {
    const shop = await open({ mayLeave: false });
    await shop.flow.submit({});
    const state = new URL(shop.redirects[0]!).searchParams.get('state')!;
    const address = `${LOGIN_PAGE}?state=${state}&auth_code=${server.issueAlipayCode()}`;
    const back = await open({ address, device: shop.device });
    expect([await back.resume(), back.events]).toEqual([true, ['success']]);
  });

  it('promise N9: gives up instead, and is not left', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const shop = await open();
    const { push } = shop.redirects;
    shop.redirects.push = (url) => {
      shop.flow.cancel();
      return push.call(shop.redirects, url);
    };
    await shop.flow.submit({});
    expect([shop.redirects.length, shop.page.left, shop.events, vi.getTimerCount()]).toEqual([1, [], [], 0]);
  });
});

describe('a browser that never leaves', () => {
  it('promise N2: is a timeout after the time limit, and free again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const shop = await open({ config: { timeout: 4000 } });
    expect(shop.press()).toBeDefined();
    await vi.advanceTimersByTimeAsync(3999);
    expect([shop.flow.state.phase, shop.events]).toEqual(['submitting', []]);
    await vi.advanceTimersByTimeAsync(1);
    expect(shop.events).toEqual(['failure timeout start']);
    expect(shop.flow.state).toMatchObject({ phase: 'ready', failure: { error: { code: 'timeout' } } });
    expect(shop.press()).toBeDefined();
    shop.flow.cancel();
    expect([vi.getTimerCount(), wire()]).toEqual([0, []]);
  });

  it('may come back after that all the same', async () => {
    const shop = await open({ config: { timeout: 5 } });
    const state = shop.press()!.searchParams.get('state')!;
    await ended(shop.flow);
    const address = `${LOGIN_PAGE}?state=${state}&auth_code=${server.issueAlipayCode()}`;
    const back = await open({ address, device: shop.device });
    expect([shop.events, await back.resume(), back.events]).toEqual([
      ['failure timeout start'],
      true,
      ['success'],
    ]);
  });

  it('promise N3: is free at once and in silence when the login is given up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const shop = await open();
    const attempt = shop.flow.submit({});
    expect(vi.getTimerCount()).toBe(1);
    shop.flow.cancel();
    await attempt;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([shop.flow.state.phase, shop.events, vi.getTimerCount()]).toEqual(['ready', [], 0]);
  });
});

describe('consent and Alipay', () => {
  it('promise O6: comes before the page is left', async () => {
    const shop = await open({ consentNeeded: true });
    for (const consent of [undefined, '']) await shop.flow.submit({ consent });
    expect(shop.told).toEqual(['failure consent-required start', 'failure consent-required start']);
    expect(shop.flow.state.failure?.field).toBe('consent');
    expect([shop.page.left, shop.redirects, records(shop.device), wire()]).toEqual([[], [], [], []]);
    expect(shop.press('on')).toBeDefined();
    shop.flow.cancel();
  });

  it('promise O6: is remembered for whoever comes back', async () => {
    const back = await goAndReturn({ answer: success(server.issueAlipayCode()) }, { consentNeeded: true });
    expect([await back.resume(), back.events]).toEqual([true, ['success']]);
  });

  it('promise O6: is not made up for whoever was never asked', async () => {
    const shop = await open();
    const state = shop.press()!.searchParams.get('state')!;
    shop.flow.cancel();
    const address = `${LOGIN_PAGE}?state=${state}&auth_code=${server.issueAlipayCode()}`;
    const back = await open({ address, device: shop.device, consentNeeded: true });
    expect([await back.resume(), back.events]).toEqual([true, ['failure consent-required start']]);
    expect([wire(), back.page.address]).toEqual([[], LOGIN_PAGE]);
  });
});
