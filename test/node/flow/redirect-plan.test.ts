import { describe, expect, it } from 'vitest';
import { type AuthorizePage, readRedirectPlan } from '../../../src/flow/redirect-plan.js';
import { thrown } from '../support/caught.js';
import { fakePage } from '../support/fake-page.js';

const PAGE = 'https://shop.example/login';
const SERVICE: AuthorizePage = {
  name: 'pay',
  url: 'https://pay.example/authorize',
  scopes: /^(user|base)$/,
  scope: 'user',
  added: ['state', 'code'],
  query: ({ appId, scope, state, returnTo }) => `a=${appId}&s=${scope}&st=${state}&r=${returnTo}`,
};

/** The plan for what a page at this address has set. */
const plan = (settings: Record<string, unknown> = {}, address = PAGE) =>
  readRedirectPlan({ setting: (name) => ({ payAppId: '1', ...settings })[name] }, fakePage(address), SERVICE);
const fault = (settings: Record<string, unknown>, address?: string) => {
  const { code, subject } = thrown(() => plan(settings, address));
  return `${code}: ${String(subject)}`;
};
const returnTo = (payRedirectUri: unknown, address?: string) => plan({ payRedirectUri }, address).returnTo;
const goesTo = (payAuthorizeUrl: unknown) => plan({ payAuthorizeUrl }).authorize('S');
const QUERY = `a=1&s=user&st=S&r=${encodeURIComponent(PAGE)}`;

describe('what a page sets for a redirect', () => {
  it('promise S4: the least is an id', () => {
    const { appId, returnTo: back, authorize } = plan();
    expect([appId, back, authorize('S')]).toEqual(['1', PAGE, `${SERVICE.url}?${QUERY}`]);
    expect(fault({ payAppId: undefined })).toBe('config: pay-app-id');
  });

  it.each([
    'a',
    'A_b-9',
    '2021000000000000',
    '1'.repeat(32),
    'undefined1',
    'xnull',
    'null-app',
    'my-your',
    ' 12 ',
    12,
  ])('promise S4: %j may be an id', (payAppId) => {
    expect(plan({ payAppId }).appId).toBe(String(payAppId).trim());
  });

  it.each([
    ...['', ' ', 'undefined', 'NULL', 'Your-id', 'yourapp', '1'.repeat(33), 'a b', 'a&b', '&a', 'a&', 'ä'],
    ...[NaN, 1.5, null, true, {}, [], ['1'], () => '1'],
  ])('promise S4: %j is no id', (payAppId) => {
    expect(fault({ payAppId })).toBe('config: pay-app-id');
  });

  it('promise S4: the scope is one of the service’s, and its own without one', () => {
    expect([plan({ payScope: 'base' }), plan({ payScope: '' })].map((each) => each.authorize('S'))).toEqual([
      `${SERVICE.url}?${QUERY.replace('user', 'base')}`,
      `${SERVICE.url}?${QUERY}`,
    ]);
    expect(fault({ payScope: 'admin' })).toBe('config: pay-scope');
    expect(fault({ payScope: {} })).toBe('config: pay-scope');
  });
});

describe('the address to come back to', () => {
  it.each(['?a=1', '#top', '?a=1#top', '?a\n=1', '#a\n?b'])(
    'promise S4: is the page’s without %j',
    (rest) => {
      expect(returnTo(undefined, PAGE + rest)).toBe(PAGE);
    },
  );

  it.each([
    ['/back', 'https://shop.example/back'],
    ['?a=1', `${PAGE}?a=1`],
    ['https://Shop.example:443/%7e?b=a b', 'https://Shop.example:443/%7e?b=a b'],
    ['HTTPS://shop.example', 'HTTPS://shop.example'],
    ['HTTP://Localhost', 'HTTP://Localhost'],
    ['https://other.example/', 'https://other.example/'],
    ['http://localhost:8080/a', 'http://localhost:8080/a'],
    ['http://127.0.0.1/', 'http://127.0.0.1/'],
    ['https-back', 'https://shop.example/https-back'],
    ['a/http:/b', 'https://shop.example/a/http:/b'],
    ['/?states=1&a=state', 'https://shop.example/?states=1&a=state'],
  ])('promise S4: %j is %s', (text, address) => {
    expect(returnTo(text)).toBe(address);
  });

  it('promise S4: need not be safer than the page is, on its own site', () => {
    const http = 'http://intranet.example/login';
    expect([returnTo('', http), returnTo('/b', http)]).toEqual([http, 'http://intranet.example/b']);
    for (const other of ['http://intranet.example:8080/', 'http://other.example/'])
      expect(fault({ payRedirectUri: other }, http)).toBe('config: pay-redirect-uri');
  });

  it.each([
    ...[
      'http://shop.example/login',
      'http://other.example/',
      'ftp://shop.example/',
      'javascript:alert(1)',
      'https://',
    ],
    ...['https://me@shop.example/', 'https://:secret@shop.example/', 'https://me:secret@shop.example/'],
    ...['https://shop.example/#', '/back#top', '/?state=1', '/?a=1&code', '/?%73tate=', {}, true],
  ])('promise S4: is not %j', (payRedirectUri) => {
    expect(fault({ payRedirectUri })).toBe('config: pay-redirect-uri');
  });
});

describe('the address to go to', () => {
  it.each(['https://sandbox.example/authorize', 'http://localhost:8080/a', 'http://[::1]/'])(
    'promise S4: may be %s',
    (url) => {
      expect(goesTo(url)).toBe(`${url}?${QUERY}`);
    },
  );

  it('promise S4: keeps a query of its own, also one that has a state', () => {
    expect(goesTo('https://proxy.example/?to=pay&state=1')).toBe(
      `https://proxy.example/?to=pay&state=1&${QUERY}`,
    );
  });

  it.each([
    ...[
      'http://pay.example/',
      'http://shop.example/',
      '/authorize',
      'authorize',
      'javascript:alert(1)',
      'ws://localhost',
    ],
    ...['https://me@pay.example/', 'https://:secret@pay.example/', 'https://pay.example/#', {}, 5],
  ])('promise S4: is not %j', (payAuthorizeUrl) => {
    expect(fault({ payAuthorizeUrl })).toBe('config: pay-authorize-url');
  });

  it('promise S4: is not the page’s own site without https', () => {
    const http = 'http://intranet.example/login';
    expect(fault({ payAuthorizeUrl: 'http://intranet.example/a' }, http)).toBe('config: pay-authorize-url');
  });
});
