import { describe, expect, it } from 'vitest';
import { ALLOWED_HEADERS } from '../../../demo/server/cors.js';
import { ciamHeaders, type HeaderFacts } from '../../../src/protocol/headers.js';

const FACTS: HeaderFacts = {
  clientId: 'demo-client',
  fingerprint: '0123456789abcdef',
  osVersion: 'Windows 11',
  userAgent: 'Mozilla/5.0 (test)',
  language: 'zh-CN',
  post: false,
};

const ALWAYS = {
  'X-client-id': 'demo-client',
  'X-device-fingerprint': '0123456789abcdef',
  'X-operating-sys-version': 'Windows 11',
  'X-agent': 'Mozilla/5.0 (test)',
  'X-L': 'zh',
};

describe('promise N10: exactly the documented headers', () => {
  it.each<[string, Partial<HeaderFacts>, object]>([
    ['of a GET', {}, ALWAYS],
    ['of a POST', { post: true }, { ...ALWAYS, 'Content-Type': 'application/json;charset=utf8' }],
    ['with a tenant', { tenantId: 't-1' }, { ...ALWAYS, 'X-tenant-id': 't-1' }],
    ['with an address', { deviceIp: '10.10.10.1' }, { ...ALWAYS, 'X-device-ip': '10.10.10.1' }],
    ['with a state token', { stateToken: 'e.y.J' }, { ...ALWAYS, 'X-state-token': 'e.y.J' }],
    ['with empty settings', { tenantId: '', deviceIp: '', stateToken: '' }, ALWAYS],
    [
      'with everything',
      { post: true, tenantId: 't-1', deviceIp: '::1', stateToken: 'e.y.J' },
      {
        ...ALWAYS,
        'Content-Type': 'application/json;charset=utf8',
        'X-tenant-id': 't-1',
        'X-device-ip': '::1',
        'X-state-token': 'e.y.J',
      },
    ],
  ])('promise N10: %s', (_, facts, headers) => {
    const actual = ciamHeaders({ ...FACTS, ...facts });
    expect(actual).toEqual(headers);
    const known = Object.keys(actual).filter((name) => ALLOWED_HEADERS.includes(name.toLowerCase()));
    expect(known).toEqual(Object.keys(actual));
  });

  it.each([
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-Hant', 'zh'],
    ['zh-Hant-TW', 'zh'],
    ['ZH-hk', 'zh'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['ja', 'en'],
    ['zha', 'en'],
    ['', 'en'],
    ['x-zh', 'en'],
  ])('promise N10: %j is X-L %s', (language, value) => {
    expect(ciamHeaders({ ...FACTS, language })['X-L']).toBe(value);
  });

  it.each([
    [{ sessionToken: 's' }, { 'session-token': 's' }],
    [{ signature: 'g' }, { 'X-signature': 'g' }],
  ])('promise N10: %j proves a session with one header of its own', (proof, header) => {
    const without = ciamHeaders(FACTS);
    expect(ciamHeaders({ ...FACTS, proof })).toEqual({ ...without, ...header });
  });

  it('promise D6: whatever the facts are, but the opaque token is left whole', () => {
    const stateToken = 'x'.repeat(3000);
    const odd = {
      clientId: '应用',
      fingerprint: '',
      osVersion: '鸿蒙 5',
      userAgent: '微信',
      tenantId: '租户',
    };
    const headers = ciamHeaders({ ...FACTS, ...odd, stateToken });
    expect(headers).toEqual({
      'X-client-id': '?',
      'X-device-fingerprint': 'unknown',
      'X-operating-sys-version': '? 5',
      'X-agent': '?',
      'X-L': 'zh',
      'X-tenant-id': '?',
      'X-state-token': stateToken,
    });
    expect(() => new Headers(headers)).not.toThrow();
  });
});
