import { describe, expect, it } from 'vitest';
import { TEST_NUMBERS } from '../../../demo/server/test-numbers.js';
import { entered } from '../flow/visit.js';
import { type Shop, type ShopOptions, startAlipayBench, success } from './alipay-shop.js';

const { server, goAndReturn } = await startAlipayBench();
const MOBILE = '13912345678';
const SDK = '/api/v2/sdk';

/** Somebody whom the tenant's first answer has led to another step. */
async function arrive(grant: { status?: string; mobile?: string }, options: ShopOptions = {}): Promise<Shop> {
  const shop = await goAndReturn({ answer: success(server.issueAlipayCode(grant)) }, options);
  await shop.resume();
  return shop;
}

/** What came over the wire after the exchange, and which of it had a state token. */
function calls(): { call: string; body: unknown; hasState: boolean }[] {
  return server.journal.list().map(({ method, path, body, headers }) => ({
    call: `${method} ${path}`,
    body,
    hasState: (headers['x-state-token'] ?? '').split('.').length === 3,
  }));
}
const call = (text: string, body: unknown, hasState = false) => ({ call: text, body, hasState });
const anything = expect.anything() as unknown;

describe.each([
  ['SOCIAL_BIND', 'bind', 'BIND_MOBILE_SMS', '/social/bind'],
  ['USER_REGISTER', 'register', 'REGISTER_SMS', '/social/register-bind'],
])('Alipay’s member whom the tenant answers %s', (status, name, type, path) => {
  it(`promise S4: is not logged in before a number is proved: ${name}`, async () => {
    const shop = await arrive({ status });
    expect([shop.told, shop.successes]).toEqual([[`step ${name}`], []]);
    expect(shop.flow.state).toMatchObject({ phase: 'ready', failure: null, step: { name } });

    server.journal.clear();
    await shop.flow.sendCode(entered(MOBILE));
    const code = server.inbox.latestCode(MOBILE)!;
    await shop.flow.submit(entered(MOBILE, '000000'));
    expect([shop.events, shop.successes]).toEqual([[`sent ${name}`, `failure code-wrong ${name}`], []]);
    await shop.flow.submit(entered(MOBILE, code));
    expect([shop.events.at(-1), shop.successes.length]).toEqual(['success', 1]);
    expect(calls()).toEqual([
      call(`GET ${SDK}/captcha`, null),
      call(`POST ${SDK}/captcha/verify`, anything),
      call(`POST ${SDK}/sms/send`, { mobile: MOBILE, type, captcha_token: anything }),
      call(`POST ${SDK}${path}`, { mobile: MOBILE, verify_code: '000000' }, true),
      call(`POST ${SDK}${path}`, { mobile: MOBILE, verify_code: code }, true),
    ]);
  });

  it(`promise O6: is not asked for consent again: ${name}`, async () => {
    const shop = await arrive({ status }, { consentNeeded: true });
    await shop.flow.sendCode(entered(MOBILE));
    await shop.flow.submit(entered(MOBILE, server.inbox.latestCode(MOBILE)!));
    expect(shop.events).toEqual([`sent ${name}`, 'success']);
  });

  it(`may be asked for a second factor after that: ${name}`, async () => {
    const { mobile } = TEST_NUMBERS.mfa;
    const shop = await arrive({ status });
    await shop.flow.sendCode(entered(mobile));
    await shop.flow.submit(entered(mobile, server.inbox.latestCode(mobile)!));
    expect([shop.flow.state.step.name, shop.successes]).toEqual(['mfa', []]);
  });

  it(`begins anew when the state token is too old: ${name}`, async () => {
    const shop = await arrive({ status });
    await shop.flow.sendCode(entered(MOBILE));
    server.advance(server.settings.stateTokenSeconds * 1000 + 1000);
    await shop.flow.submit(entered(MOBILE, server.inbox.latestCode(MOBILE)!));
    expect([shop.events.at(-1), shop.successes]).toEqual([`failure state-token-invalid ${name}`, []]);
  });
});

describe('Alipay’s member whom the tenant answers MFA_AUTH', () => {
  it('promise S4: is not logged in before the second factor', async () => {
    const shop = await arrive({ status: 'MFA_AUTH' });
    expect([shop.told, shop.successes]).toEqual([['step mfa'], []]);
    expect(shop.flow.state.step).toMatchObject({ name: 'mfa', fields: ['code'], sentTo: '139****5678' });

    await shop.flow.sendCode({});
    const code = server.inbox.latestCode(MOBILE)!;
    await shop.flow.submit({ code });
    expect([shop.events, shop.successes.length]).toEqual([['sent mfa', 'success'], 1]);
    expect(calls().slice(1)).toEqual([
      call(`GET ${SDK}/mobile-by-token`, null, true),
      call(`GET ${SDK}/captcha`, null),
      call(`POST ${SDK}/captcha/verify`, anything),
      call(`POST ${SDK}/sms/send`, { mobile: MOBILE, type: 'OTP_REST_SMS', captcha_token: anything }),
      call(`POST ${SDK}/mfa/sms`, { mobile: MOBILE, verify_code: code }, true),
    ]);
  });

  it.each([
    ['MFA_AUTH_SMS', 'MFA_AUTH_SMS'],
    [' MFA_AUTH_SMS ', 'MFA_AUTH_SMS'],
    ['', 'OTP_REST_SMS'],
    [null, 'OTP_REST_SMS'],
    [{}, 'OTP_REST_SMS'],
  ])('gets a message of the type that the page sets: %j', async (mfaSmsType, type) => {
    const shop = await arrive({ status: 'MFA_AUTH' }, { settings: { mfaSmsType } });
    await shop.flow.sendCode({});
    expect(server.journal.list(`${SDK}/sms/send`).map(({ body }) => body)).toMatchObject([{ type }]);
  });

  it('promise S4: a policy that refuses after it lets nobody in', async () => {
    const { mobile } = TEST_NUMBERS.mfaThenDenied;
    const shop = await arrive({ mobile });
    await shop.flow.sendCode({});
    await shop.flow.submit({ code: server.inbox.latestCode(mobile)! });
    expect([shop.events, shop.successes]).toEqual([['sent mfa', 'failure access-denied mfa'], []]);
  });

  it('promise N4: a state token that has expired is told once, and the form is as it was', async () => {
    const shop = await arrive({ mobile: TEST_NUMBERS.mfaStale.mobile });
    expect([shop.events, shop.successes]).toEqual([['failure state-token-invalid start'], []]);
    expect(shop.flow.state).toMatchObject({ phase: 'ready', step: { name: 'start' } });
  });
});
