import { describe, expect, it } from 'vitest';
import { TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { FRESH, WAYS, purposeOf, startArrivalBench } from './arrival.js';

const { server, arrive } = await startArrivalBench();
const { mobile } = TEST_NUMBERS.mfa;
const SDK = '/api/v2/sdk';
const BY_TOKEN = `${SDK}/mobile-by-token`;

/** The last body that came to a path. */
const bodyOf = (path: string) => server.journal.list(SDK + path).at(-1)!.body;
/** What the number's type of message was, in the order they were sent. */
const types = (to: string) => server.inbox.list(to).map(({ type }) => type);

describe.each(WAYS)('the second factor after %s', (way) => {
  it('sends a code to the number that the server names, and takes it', async () => {
    const visitor = await arrive(way, 'mfa');
    const { flow } = visitor;
    expect(flow.state).toMatchObject({ phase: 'ready', failure: null });
    expect(flow.state.step).toMatchObject({ name: 'mfa', fields: ['code'], sentTo: '138****0006' });
    expect(purposeOf(server.journal.list(BY_TOKEN)[0]!)).toBe('MFA_AUTH');

    await flow.sendCode({});
    expect(bodyOf('/captcha/verify')).toMatchObject({ sender: mobile });
    expect(bodyOf('/sms/send')).toEqual({
      mobile,
      type: 'OTP_REST_SMS',
      captcha_token: expect.stringContaining('---') as string,
    });
    const code = server.inbox.latestCode(mobile)!;
    await flow.submit({ code });
    expect(bodyOf('/mfa/sms')).toEqual({ mobile, verify_code: code });
    expect(visitor.toldSince()).toEqual(['step captcha', 'step mfa', 'sent mfa', 'success', 'step done']);
    expect(visitor.wire()).toEqual([
      ...['GET /captcha', 'POST /captcha/verify', 'POST /sms/send', 'POST /mfa/sms'],
    ]);
    expect(visitor.since().map(purposeOf)).toEqual([null, null, null, 'MFA_AUTH']);
    expect(visitor.successes).toMatchObject([{ success: { claims: { api: { mobile: `+86-${mobile}` } } } }]);
  });
});

describe('the second factor', () => {
  it('stays where it is after a wrong code, which is the fault of its field', async () => {
    const visitor = await arrive('password', 'mfa');
    const { step } = visitor.flow.state;
    for (const [code, error] of [
      ['000000', 'code-wrong'],
      ['', 'code-missing'],
      ['  - ', 'code-missing'],
    ] as const) {
      await visitor.flow.submit({ code });
      expect(visitor.flow.state).toMatchObject({ failure: { field: 'code', error: { code: error } } });
      expect(visitor.flow.state.step).toBe(step);
    }
    expect(visitor.toldSince()).toEqual([
      ...['failure code-wrong mfa', 'failure code-missing mfa', 'failure code-missing mfa'],
    ]);
    await visitor.prove(mobile);
    expect(visitor.events.slice(-2)).toEqual(['sent mfa', 'success']);
    expect(visitor.wire().filter((line) => line.endsWith('/mfa/sms'))).toHaveLength(2);
  });

  it('may end in a refusal by the policy', async () => {
    const visitor = await arrive('password', 'mfaThenDenied');
    await visitor.prove(TEST_NUMBERS.mfaThenDenied.mobile);
    expect(visitor.events.slice(-2)).toEqual(['sent mfa', 'failure access-denied mfa']);
    expect(visitor.errors).toMatchObject([{ code: 'access-denied', serverCode: 'ACCESS_DENIED' }]);
    expect([visitor.successes, visitor.flow.state.phase]).toEqual([[], 'ready']);
  });

  it('may be followed by a password that has expired', async () => {
    const visitor = await arrive('password', 'mfaThenExpired');
    await visitor.prove(TEST_NUMBERS.mfaThenExpired.mobile);
    expect(visitor.flow.state.step).toMatchObject({ name: 'password-expired', choice: undefined });
    expect(visitor.flow.state.step.sentTo).toBeUndefined();
    await visitor.flow.submit({ oldPassword: TEST_PASSWORD, newPassword: FRESH });
    expect(visitor.toldSince().slice(-4)).toEqual([
      'sent mfa',
      'step password-expired',
      'success',
      'step done',
    ]);
    expect(visitor.since().map(purposeOf).slice(-2)).toEqual(['MFA_AUTH', 'PASSWORD_EXPIRED']);
  });

  it('promise S6: knows the number, and shows and keeps it nowhere', async () => {
    const visitor = await arrive('password', 'mfa');
    await visitor.flow.sendCode({});
    await visitor.flow.submit({ code: '918273' });
    const { step, failure } = visitor.flow.state;
    const seen = JSON.stringify([
      { ...step, client: null },
      failure,
      visitor.errors,
      [...visitor.device.stored],
    ]);
    expect(seen).not.toContain(mobile);
    expect(seen).not.toContain('918273');
  });
});

describe('the type of its message', () => {
  it.each([
    ['MFA_AUTH_SMS', 'MFA_AUTH_SMS'],
    [' MFA_AUTH_SMS ', 'MFA_AUTH_SMS'],
    ['', 'OTP_REST_SMS'],
    [' ', 'OTP_REST_SMS'],
    [undefined, 'OTP_REST_SMS'],
    [null, 'OTP_REST_SMS'],
    [5, 'OTP_REST_SMS'],
    [{}, 'OTP_REST_SMS'],
  ])('where the page has set %j is %s', async (mfaSmsType, type) => {
    const visitor = await arrive('password', 'mfa', { settings: { mfaSmsType } });
    await visitor.prove(mobile);
    expect([types(mobile), visitor.events.at(-1)]).toEqual([[type], 'success']);
  });

  it('may be one that the tenant does not know, which it says', async () => {
    const visitor = await arrive('password', 'mfa', { settings: { mfaSmsType: 'NO_SUCH_SMS' } });
    await visitor.flow.sendCode({});
    expect(visitor.errors).toMatchObject([{ code: 'refused', serverCode: 'IDAAS.SDK.PARAM.0007' }]);
  });
});

describe('the number that the server names', () => {
  it.each([
    [`+86-${mobile}`, mobile, '138****0006'],
    [`+86${mobile}`, mobile, '138****0006'],
    [` ${mobile} `, mobile, '138****0006'],
  ])('%j is sent back as %s, and shown as %s', async (named, wire, shown) => {
    server.faults.set(BY_TOKEN, { kind: 'patch', json: { mobile: named } });
    const visitor = await arrive('password', 'mfa');
    expect(visitor.flow.state.step.sentTo).toBe(shown);
    await visitor.prove(mobile);
    expect([bodyOf('/mfa/sms'), visitor.events.at(-1)]).toMatchObject([{ mobile: wire }, 'success']);
  });

  it.each(['+852-91234567', '+65-81234567', '+44-7123456789', '+1-2025550123', '+86-123456', '1380****006'])(
    'promise S6: %s is shown by half of its digits at most',
    async (named) => {
      server.faults.set(BY_TOKEN, { kind: 'patch', json: { mobile: named } });
      const { sentTo = '' } = (await arrive('password', 'mfa')).flow.state.step;
      const digits = (text: string) => text.replace(/\D/g, '');
      const [, national = named] = named.split('-');
      expect(sentTo).toContain('*');
      expect(digits(sentTo.replace(/^\+\d+-/, '')).length * 2).toBeLessThanOrEqual(national.length + 3);
      expect(digits(named).endsWith(digits(sentTo).slice(-3))).toBe(true);
    },
  );

  it.each([
    { mobile: '' },
    { mobile: ' ' },
    { mobile: null },
    { mobile: 138 },
    { mobile: [mobile] },
    { $delete: ['mobile'] },
  ])('promise N4: has to be one: %j is a bad response', async (json) => {
    server.faults.set(BY_TOKEN, { kind: 'patch', json });
    const visitor = await arrive('password', 'mfa');
    expect(visitor.events).toEqual(['failure bad-response start']);
    expect(visitor.flow.state.step).toBe(visitor.first);
  });
});
