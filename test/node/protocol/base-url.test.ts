import { describe, expect, it } from 'vitest';
import { readBaseUrl } from '../../../src/protocol/base-url.js';
import { thrown } from '../support/caught.js';

const PAGE = 'https://shop.example';

describe('promise S8: base-url', () => {
  it.each([
    ['https://tenant.example', 'https://tenant.example'],
    [' https://tenant.example/ ', 'https://tenant.example'],
    ['https://tenant.example:8443/ciam//', 'https://tenant.example:8443/ciam'],
    ['HTTPS://Tenant.Example', 'https://tenant.example'],
    ['https://租户.example', new URL('https://租户.example').origin],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://tenant.localhost', 'http://tenant.localhost'],
    ['http://127.0.0.1:80/', 'http://127.0.0.1'],
    ['http://127.9.8.7', 'http://127.9.8.7'],
    ['http://127.10.200.30', 'http://127.10.200.30'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['', PAGE],
    ['  ', PAGE],
  ])('promise S8: %j is %s', (text, address) => {
    expect(readBaseUrl(text, PAGE)).toBe(address);
  });

  it.each(['http://shop.example', 'http://192.168.1.5:8080', 'https://shop.example'])(
    'promise S8: the page’s own origin is fine, whatever its scheme: %s',
    (origin) => {
      expect(readBaseUrl('', origin)).toBe(origin);
      expect(readBaseUrl(origin, origin)).toBe(origin);
    },
  );

  it.each([
    ...['http://tenant.example', 'http://10.0.0.1', 'http://localhost.example', 'http://127.0.0.1.example'],
    ...['http://notlocalhost', 'http://[::2]', 'http://128.0.0.1', 'http://0.0.0.0', 'HTTP://tenant.example'],
    ...['ftp://tenant.example', 'ws://localhost', 'wss://tenant.example', 'file:///etc', 'data:text/html,x'],
    ...['javascript:alert(1)', 'blob:https://shop.example/1', 'about:blank'],
    ...['https://user@tenant.example', 'https://user:pw@tenant.example', 'https://:pw@tenant.example'],
    ...[
      'https://tenant.example/?a=1',
      'https://tenant.example/#top',
      'https://tenant.example/?',
      'https://a.example#',
    ],
    ...[
      'tenant.example',
      '//tenant.example',
      '/ciam',
      'https://',
      'https://a b',
      'undefined',
      '[object Object]',
    ],
  ])('promise S8: %j is refused', (text) => {
    expect(thrown(() => readBaseUrl(text, PAGE))).toMatchObject({ code: 'config', subject: 'base-url' });
  });

  it('promise S8: a page without an origin of its own needs an address', () => {
    expect(thrown(() => readBaseUrl('', 'null'))).toMatchObject({ code: 'config', subject: 'base-url' });
    expect(readBaseUrl('https://tenant.example', 'null')).toBe('https://tenant.example');
  });

  it('promise S8: a path put behind it stays a path', () => {
    for (const text of ['https://a.example', 'https://a.example/x/', 'http://localhost/'])
      expect(new URL(`${readBaseUrl(text, PAGE)}/api/v2`).pathname).toMatch(/^(\/x)?\/api\/v2$/);
  });
});
