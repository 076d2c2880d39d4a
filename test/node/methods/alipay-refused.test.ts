import { describe, expect, it } from 'vitest';
import { fakeDevice } from '../support/fake-device.js';
import { APP_ID, LOGIN_PAGE, type Shop, type ShopOptions, records, startAlipayBench } from './alipay-shop.js';

const { open, wire } = await startAlipayBench();
const WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.44(0x18002c2f) NetType/WIFI Language/zh_CN';
const ALIPAY =
  'Mozilla/5.0 (Linux; U; Android 13; zh-CN; V2148A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/105.0.5195.148 UWS/4.1.0.0 Mobile Safari/537.36 AlipayDefined(nt:WIFI,ws:393|0|2.75) AliApp(AP/10.5.36.8000) AlipayClient/10.5.36.8000 Language/zh-Hans';

/** Whoever is sent away all the same is back soon. */
const config = { timeout: 500 };

/** Presses the button, and says what that came to; whatever it was, nobody may have been sent anywhere. */
async function refusal(shop: Shop): Promise<string> {
  await shop.flow.submit({ consent: 'on' });
  expect([shop.page.left, shop.redirects, wire(), shop.page.replaced]).toEqual([[], [], [], []]);
  expect(shop.events).toHaveLength(1);
  expect(shop.flow.state).toMatchObject({ phase: 'ready', step: shop.first, failure: { field: null } });
  const [{ code, subject }] = shop.errors as [Shop['errors'][number]];
  return `${code} ${String(subject)}`;
}

describe('where Alipay cannot be used', () => {
  it.each<[string, ShopOptions, string]>([
    ['a frame', { isFramed: true }, 'frame'],
    ['WeChat', { userAgent: WECHAT }, 'wechat'],
    ['WeChat for Windows', { userAgent: 'Mozilla/5.0 WindowsWechat micromessenger/3.9' }, 'wechat'],
    ['a frame in WeChat', { isFramed: true, userAgent: WECHAT }, 'frame'],
  ])('promise S4: says so before anybody is sent away: %s', async (_, options, subject) => {
    const shop = await open({ config, ...options });
    expect(await refusal(shop)).toBe(`alipay-unavailable ${subject}`);
    expect(shop.device.stored.size).toBe(0);
    expect(shop.flow.state.failure!.errorTexts!.en[`alipay-unavailable:${subject}`]).toBeTypeOf('string');
  });

  it('promise S4: says so before anybody is sent away: a browser that keeps nothing', async () => {
    const device = fakeDevice();
    const shop = await open({ config, device: { ...device, store: { ...device.store, set: () => false } } });
    expect(await refusal(shop)).toBe('alipay-unavailable storage');
    expect(shop.flow.state.failure!.errorTexts!['zh-CN']['alipay-unavailable:storage']).toBeTypeOf('string');
  });

  it('promise O6: consent is asked for first', async () => {
    const shop = await open({ config, isFramed: true, consentNeeded: true });
    await shop.flow.submit({});
    expect(shop.events).toEqual(['failure consent-required start']);
  });

  it.each([
    ['Alipay’s own web view', ALIPAY],
    ['a browser that was never in WeChat', 'Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36'],
    ['nobody knows what', ''],
  ])('promise S4: nobody is turned away for nothing: %s', async (_, userAgent) => {
    const shop = await open({ userAgent });
    expect(shop.press()?.hostname).toBe('openauth.alipay.com');
    shop.flow.cancel();
  });
});

const NO_TEXTS = [
  {},
  [],
  ['auth_user'],
  true,
  false,
  () => 'auth_user',
  Symbol('a'),
  Object.create(null) as unknown,
];

/** Wrong values of each property, by the attribute that has to be named. */
const WRONG: Record<string, [property: string, values: unknown[]]> = {
  'alipay-app-id': [
    'alipayAppId',
    [
      ...[
        null,
        undefined,
        '',
        ' ',
        'undefined',
        'null',
        'YOUR_APP_ID',
        'your-app-id',
        '2021 0000',
        '２０２１',
      ],
      ...[
        '2021&scope=x',
        '2021#',
        '2021%26',
        '<2021>',
        '1'.repeat(33),
        `${APP_ID}\n1`,
        '{{appId}}',
        NaN,
        1.5,
      ],
      ...NO_TEXTS,
    ],
  ],
  'alipay-scope': [
    'alipayScope',
    [
      'auth_admin',
      'AUTH_USER',
      'auth_user,auth_base',
      'auth_user&state=1',
      'auth_user\nauth_base',
      5,
      ...NO_TEXTS,
    ],
  ],
  'alipay-redirect-uri': [
    'alipayRedirectUri',
    [
      ...[
        'http://shop.example/back',
        'http://192.168.0.1/',
        'javascript:alert(1)',
        'data:text/html,a',
        'ftp://a.example/',
      ],
      ...[
        'https://',
        'https://a b/',
        'https://me:secret@shop.example/',
        'https://me@shop.example/',
        'alipays://open',
      ],
      ...['https://shop.example/#top', '/back#', '#top', 'file:///etc/hosts', 'blob:https://shop.example/1'],
      ...[
        'https://shop.example/?state=1',
        '/?a=1&auth_code=',
        '/?app_id',
        '/?%73tate=1',
        '/?a&%61uth_code=1',
      ],
      ...NO_TEXTS,
    ],
  ],
  'alipay-authorize-url': [
    'alipayAuthorizeUrl',
    [
      ...[
        'http://openauth.alipay.com/',
        'javascript:alert(1)',
        'data:text/html,a',
        '/authorize',
        '//openauth.alipay.com/',
      ],
      ...[
        'openauth.alipay.com',
        'https://me:secret@openauth.alipay.com/',
        'https://openauth.alipay.com/#a',
        'https://',
      ],
      ...NO_TEXTS,
    ],
  ],
  'alipay-api': ['alipayApi', ['v1', 'v4', 'V3', '3', 3, 'v2,v3', 'v3/../v2', '__proto__', ...NO_TEXTS]],
};
const CASES = Object.entries(WRONG).flatMap(([attribute, [property, values]]) =>
  values.map((value) => ({ attribute, property, value, shown: show(value) })),
);

function show(value: unknown): string {
  if (typeof value === 'string' || (typeof value === 'object' && value)) return JSON.stringify(value);
  return String(value);
}

describe('a configuration that cannot work', () => {
  it.each(CASES)(
    'promise S4: sends nobody away: $attribute = $shown',
    async ({ attribute, property, value }) => {
      const shop = await open({ config, settings: { [property]: value } });
      expect(await refusal(shop)).toBe(`config ${attribute}`);
      expect(shop.device.stored.size).toBe(0);
    },
  );

  it('promise S4: is none that an answer can be for', async () => {
    const shop = await open();
    const state = shop.press()!.searchParams.get('state')!;
    shop.flow.cancel();
    const address = `${LOGIN_PAGE}?state=${state}&auth_code=1`;
    for (const { property, value } of CASES) {
      const back = await open({ address, device: shop.device, settings: { [property]: value } });
      expect([await back.resume(), back.page.address, back.events]).toEqual([false, address, []]);
    }
    expect([records(shop.device).length, wire()]).toEqual([1, []]);
  });

  it('promise S8: a client that is set wrong sends nobody away', async () => {
    const shop = await open({ config: { clientId: '' } });
    expect(await refusal(shop)).toBe('config client-id');
  });
});
