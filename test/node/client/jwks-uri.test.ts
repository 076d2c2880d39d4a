import { describe, expect, it } from 'vitest';
import { type ClientConfig, createClient } from '../../../src/client/client.js';
import { thrown } from '../support/caught.js';
import { fakeDevice } from '../support/fake-device.js';

const connect = (config: Partial<ClientConfig>, device = fakeDevice()) =>
  createClient({ clientId: 'demo-client', ...config }, device);

describe('promise S8: jwks-uri', () => {
  const { origin } = fakeDevice();
  it.each([
    ['', ''],
    [' ', ''],
    ['auto', 'https://tenant.example/ciam/api/v1/oauth2/keys'],
    [' auto ', 'https://tenant.example/ciam/api/v1/oauth2/keys'],
    ['https://keys.example/jwks?tenant=1', 'https://keys.example/jwks?tenant=1'],
    [' https://keys.example ', 'https://keys.example/'],
    ['http://localhost:8080/keys', 'http://localhost:8080/keys'],
    ['http://127.0.0.1/keys', 'http://127.0.0.1/keys'],
    ['http://[::1]/keys', 'http://[::1]/keys'],
    [`${origin}/keys`, `${origin}/keys`],
  ])('promise S8: %j is %j', (jwksUri, url) => {
    expect(connect({ baseUrl: 'https://tenant.example/ciam/', jwksUri }).jwksUri).toBe(url);
  });

  it('promise S8: may be on the page’s own site as that is', () => {
    const device = { ...fakeDevice(), origin: 'http://intranet.example' };
    expect(connect({ jwksUri: 'http://intranet.example/keys' }, device).jwksUri).toBe(
      'http://intranet.example/keys',
    );
  });

  it.each([
    ...[
      'http://keys.example/jwks',
      'keys',
      '/keys',
      '//keys.example',
      'ftp://keys.example',
      'javascript:alert(1)',
    ],
    ...[
      'data:application/json,{"keys":[]}',
      'https://user:pw@keys.example',
      'https://user@keys.example',
      'https://',
    ],
    ...[
      'AUTO',
      'true',
      'http://localhost.example/keys',
      'http://127.0.0.1.example/',
      'blob:https://shop.example/x',
    ],
  ])('promise S8: %s is refused', (jwksUri) => {
    expect(thrown(() => connect({ jwksUri }))).toMatchObject({ code: 'config', subject: 'jwks-uri' });
  });
});
