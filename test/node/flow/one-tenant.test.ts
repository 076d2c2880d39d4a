import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startCiamServer } from '../../../demo/server/ciam-server.js';
import { TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import type { ClientConfig } from '../../../src/client/client.js';
import { type Arrival, FRESH, type TestNumberName, startArrivalBench } from './arrival.js';
import { entered } from './visit.js';

const { server, arrive } = await startArrivalBench();
const other = await startCiamServer({ clients: ['demo-client', 'another-client'] });
beforeEach(() => other.reset());
afterAll(() => other.stop());

const NEW_MOBILE = '13911112222';

/** Somebody has got so far with one tenant, and then the page sets another. */
async function moved(name: TestNumberName, before: Partial<ClientConfig> = {}): Promise<Arrival> {
  const config: Partial<ClientConfig> = { ...before };
  const visitor = await arrive('sms', name, { config });
  const change: Partial<ClientConfig> = {
    ...{ baseUrl: other.origin, clientId: 'another-client', tenantId: 'another', language: 'zh-CN' },
    deviceIp: '203.0.113.9',
  };
  Object.assign(config, change);
  return visitor;
}

/** All that was sent is the first tenant's, and says so; the keys are fetched without our headers. */
function expectFirst(visitor: Arrival, calls: readonly string[]): void {
  expect(visitor.wire()).toEqual(calls);
  const sent = visitor.since().filter(({ path }) => !path.endsWith('/oauth2/keys'));
  for (const { headers } of sent) {
    expect(headers).toMatchObject({ 'x-client-id': 'demo-client', 'x-l': 'en' });
    expect(headers).not.toHaveProperty('x-tenant-id');
    expect(headers).not.toHaveProperty('x-device-ip');
  }
  expect(other.journal.list()).toEqual([]);
  expect(visitor.events.at(-1)).toBe('success');
}

const MESSAGE = ['GET /captcha', 'POST /captcha/verify'];

describe('a login that goes on stays with the tenant that it began with', () => {
  it('with the second factor, and with the keys that check its end', async () => {
    const visitor = await moved('mfa', { jwksUri: 'auto' });
    await visitor.prove(TEST_NUMBERS.mfa.mobile);
    expectFirst(visitor, [...MESSAGE, 'POST /sms/send', 'POST /mfa/sms', 'GET /api/v1/oauth2/keys']);
    expect(visitor.successes[0]?.success.verified).toBe(true);
  });

  it('after each of its steps', async () => {
    const visitor = await moved('mfaThenExpired');
    await visitor.prove(TEST_NUMBERS.mfaThenExpired.mobile);
    await visitor.flow.submit({ oldPassword: TEST_PASSWORD, newPassword: FRESH });
    expectFirst(visitor, [...MESSAGE, 'POST /sms/send', 'POST /mfa/sms', 'POST /pwd/update']);
  });

  it('while it waits for the number of the second factor', async () => {
    const path = '/api/v2/sdk/mobile-by-token';
    // Not repeated within one attempt, as a 503 would be.
    server.faults.set(path, { kind: 'status', status: 429, times: 1 });
    const visitor = await moved('mfa');
    await visitor.flow.submit({});
    await visitor.prove(TEST_NUMBERS.mfa.mobile);
    expectFirst(visitor, ['GET /mobile-by-token', ...MESSAGE, 'POST /sms/send', 'POST /mfa/sms']);
  });

  it('with a number to bind', async () => {
    const visitor = await moved('socialBind');
    await visitor.prove(NEW_MOBILE, { mobile: NEW_MOBILE });
    expectFirst(visitor, [...MESSAGE, 'POST /sms/send', 'POST /social/bind']);
  });

  it.each([
    ['socialBind', 'bind'],
    ['userRegister', 'register-bind'],
  ] as const)('with an e-mail address in its place: %s', async (name, call) => {
    const visitor = await moved(name);
    await visitor.flow.choose();
    const email = 'li.lei@example.com';
    await visitor.prove(email, { email });
    expectFirst(visitor, [...MESSAGE, 'POST /email/send', `POST /social/${call}`]);
  });

  it('with a number after all', async () => {
    const visitor = await moved('socialBind');
    await visitor.flow.choose();
    await visitor.flow.choose();
    await visitor.prove(NEW_MOBILE, { mobile: NEW_MOBILE });
    expectFirst(visitor, [...MESSAGE, 'POST /sms/send', 'POST /social/bind']);
  });

  it('with a password that has expired', async () => {
    const visitor = await moved('passwordExpired');
    await visitor.flow.submit({ oldPassword: 'wrong', newPassword: FRESH });
    await visitor.flow.submit({ oldPassword: TEST_PASSWORD, newPassword: FRESH });
    expectFirst(visitor, ['POST /pwd/update', 'POST /pwd/update']);
  });

  it('with a password that is left for later', async () => {
    const visitor = await moved('passwordWarn');
    await visitor.flow.choose();
    expectFirst(visitor, ['GET /pwd/skip-update']);
  });
});

describe('a login that begins anew', () => {
  it('is one with the tenant of this moment', async () => {
    const visitor = await moved('mfa');
    visitor.restart();
    await visitor.flow.submit(entered('12345678901', '232326'));
    expect([visitor.events.at(-1), visitor.wire()]).toEqual(['success', []]);
    expect(other.journal.list().map(({ path, headers }) => [path, headers['x-client-id']])).toEqual([
      ['/api/v2/sdk/login/mobile-verify-code', 'another-client'],
    ]);
  });
});
