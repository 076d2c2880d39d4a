import { describe, expect, it } from 'vitest';
import { TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { FROM_DEVICE, ownHeaders } from '../support/own-headers.js';
import { FRESH, LOGIN_CALLS, WAYS, purposeOf, startArrivalBench } from './arrival.js';
import { entered } from './visit.js';

const { server, arrive } = await startArrivalBench();
const SDK = '/api/v2/sdk';
const { mobile } = TEST_NUMBERS.mfaThenExpired;

/** Which state each call has to show, and that the others show none. */
const PURPOSES: Readonly<Record<string, string>> = {
  '/social/bind': 'SOCIAL_BIND',
  '/mobile-by-token': 'MFA_AUTH',
  '/mfa/sms': 'MFA_AUTH',
  '/pwd/update': 'PASSWORD_EXPIRED',
};

describe('promise N10: a login of four steps, down to each header', () => {
  it.each(WAYS)('promise N10: after %s', async (way) => {
    server.settings.tenantId = 't-1';
    const config = { tenantId: 't-1', deviceIp: '10.10.10.1', language: 'zh-CN' };
    const visitor = await arrive(way, 'socialBind', { config });
    await visitor.prove(mobile, entered(mobile));
    await visitor.prove(mobile);
    await visitor.flow.submit({ oldPassword: TEST_PASSWORD, newPassword: FRESH });
    expect(visitor.events.at(-1)).toBe('success');

    const calls = server.journal.list();
    expect(calls.at(-visitor.since().length - 1)!.path).toBe(LOGIN_CALLS[way]);
    for (const call of calls) {
      const path = call.path.replace(SDK, '');
      const token = call.headers['x-state-token'];
      expect(ownHeaders(call), path).toEqual({
        ...FROM_DEVICE,
        'x-l': 'zh',
        'x-tenant-id': 't-1',
        'x-device-ip': '10.10.10.1',
        ...(call.method === 'POST' && { 'content-type': 'application/json;charset=utf8' }),
        ...(PURPOSES[path] !== undefined && { 'x-state-token': token }),
      });
      expect(purposeOf(call), path).toBe(PURPOSES[path] ?? null);
      expect([call.query, call.status]).toEqual(['', 200]);
    }
    expect(visitor.wire()).toEqual([
      ...[
        'GET /captcha',
        'POST /captcha/verify',
        'POST /sms/send',
        'POST /social/bind',
        'GET /mobile-by-token',
      ],
      ...['GET /captcha', 'POST /captcha/verify', 'POST /sms/send', 'POST /mfa/sms', 'POST /pwd/update'],
    ]);
  });

  it('promise N10: without cookies, redirects or a cache, and each within what gives it up', async () => {
    const visitor = await arrive('password', 'socialBind');
    const { fetch } = visitor.device;
    const inits: RequestInit[] = [];
    visitor.device.fetch = (url, init) => (inits.push(init), fetch(url, init));
    await visitor.prove(mobile, entered(mobile));
    await visitor.prove(mobile);
    await visitor.flow.submit({ oldPassword: TEST_PASSWORD, newPassword: FRESH });
    expect(inits).toHaveLength(10);
    for (const { signal, headers, body, method, ...rest } of inits) {
      expect(rest).toEqual({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
      expect([method, signal?.aborted, typeof headers]).toEqual([
        body === null ? 'GET' : 'POST',
        true,
        'object',
      ]);
    }
  });
});
