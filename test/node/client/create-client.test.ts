import { describe, expect, it } from 'vitest';
import { createClient } from '../../../src/client/client.js';
import { thrown } from '../support/caught.js';
import { fakeDevice } from '../support/fake-device.js';

const subjectOf = (config: object) => {
  const error = thrown(() => createClient({ clientId: 'demo-client', ...config }, fakeDevice()));
  return `${error.code} ${String(error.subject)}`;
};

describe('a client', () => {
  it('is its configuration, checked and filled up', () => {
    const device = fakeDevice();
    expect(createClient({ clientId: ' demo-client ' }, device)).toEqual({
      baseUrl: 'https://shop.example',
      clientId: 'demo-client',
      tenantId: '',
      deviceIp: '',
      language: 'en',
      timeout: 15_000,
      jwksUri: '',
      encryptPoint: undefined,
      device,
    });
  });

  it.each(['', ' ', '\n'])('needs a client id, not %j', (clientId) => {
    expect(subjectOf({ clientId })).toBe('config client-id');
  });

  it.each([0, -1, Number.NaN, Infinity, -Infinity, 2 ** 31])('cannot wait for %d ms', (timeout) => {
    expect(subjectOf({ timeout })).toBe('config timeout');
  });

  it('promise S8: goes nowhere unsafe', () => {
    expect(subjectOf({ baseUrl: 'http://tenant.example' })).toBe('config base-url');
    expect(subjectOf({ baseUrl: 'https://user:pw@tenant.example' })).toBe('config base-url');
  });

  it('sends, stores and starts nothing by itself', () => {
    const device = fakeDevice();
    const refuse = () => {
      throw new Error('used');
    };
    const strict = {
      ...device,
      fetch: refuse,
      data: refuse,
      now: refuse,
      isLeaving: refuse,
      isOnline: refuse,
    };
    expect(() => createClient({ clientId: 'a' }, strict)).not.toThrow();
    expect(device.stored.size).toBe(0);
  });
});
