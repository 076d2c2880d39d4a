import { describe, expect, it } from 'vitest';
import { FIXED_CODE, FIXED_MOBILE, TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { FRESH, LOGIN_CALLS, WAYS, purposeOf, startArrivalBench } from './arrival.js';
import { entered } from './visit.js';

const { server, arrive } = await startArrivalBench();
const MOBILE = '13912345678';
const EMAIL = 'li@example.com';
const SDK = '/api/v2/sdk';

const KINDS = [
  {
    name: 'bind',
    number: 'socialBind',
    path: '/social/bind',
    purpose: 'SOCIAL_BIND',
    smsType: 'BIND_MOBILE_SMS',
    emailType: 'BIND_EMAIL',
  },
  {
    name: 'register',
    number: 'userRegister',
    path: '/social/register-bind',
    purpose: 'USER_REGISTER',
    smsType: 'REGISTER_SMS',
    emailType: 'REGISTER_EMAIL',
  },
] as const;

const CASES = WAYS.flatMap((way) => KINDS.map((kind) => ({ way, ...kind })));

/** The last body that came to a path. */
const bodyOf = (path: string) => server.journal.list(SDK + path).at(-1)?.body;

describe('an account that came from elsewhere', () => {
  it.each(CASES)('$name by mobile after $way', async ({ way, name, number, path, purpose, smsType }) => {
    const visitor = await arrive(way, number);
    const { flow } = visitor;
    expect(flow.state.step).toMatchObject({ name, fields: ['mobile', 'code'], choice: { name: 'useEmail' } });
    await visitor.prove(MOBILE, { mobile: ' +86 139-1234-5678 ', areaCode: '86' });
    expect(bodyOf('/captcha/verify')).toMatchObject({ sender: MOBILE });
    expect(bodyOf('/sms/send')).toMatchObject({ mobile: MOBILE, type: smsType });
    expect(bodyOf(path)).toEqual({ mobile: MOBILE, verify_code: server.inbox.latestCode(MOBILE) });
    expect(visitor.toldSince()).toEqual([
      ...['step captcha', `step ${name}`, `sent ${name}`, 'success', 'step done'],
    ]);
    expect(visitor.wire()).toEqual([
      ...['GET /captcha', 'POST /captcha/verify', 'POST /sms/send', `POST ${path}`],
    ]);
    expect(visitor.since().map(purposeOf)).toEqual([null, null, null, purpose]);
    expect(visitor.successes).toMatchObject([{ success: { claims: { api: { mobile: `+86-${MOBILE}` } } } }]);
  });

  it.each(KINDS)('$name by e-mail', async ({ name, number, path, purpose, emailType }) => {
    const visitor = await arrive('password', number);
    const { flow } = visitor;
    await flow.choose();
    expect(flow.state.step).toMatchObject({
      name,
      fields: [{ name: 'email', type: 'email', autocomplete: 'email' }, 'code'],
      choice: { name: 'useMobile' },
    });
    expect([visitor.toldSince(), visitor.wire()]).toEqual([[], []]);
    await visitor.prove(EMAIL, { email: ` ${EMAIL} ` });
    expect(bodyOf('/captcha/verify')).toMatchObject({ sender: EMAIL });
    expect(bodyOf('/email/send')).toEqual({
      email: EMAIL,
      type: emailType,
      captcha_token: expect.stringContaining('---') as string,
    });
    expect(bodyOf(path)).toEqual({ email: EMAIL, verify_code: server.inbox.latestCode(EMAIL) });
    expect(visitor.toldSince()).toEqual([
      ...['step captcha', `step ${name}`, `sent ${name}`, 'success', 'step done'],
    ]);
    expect(visitor.since().map(purposeOf)).toEqual([null, null, null, purpose]);
    expect(visitor.successes).toMatchObject([{ success: { claims: { api: { email: EMAIL } } } }]);
  });

  it.each(KINDS)('$name: back to a mobile number, and its own countdown', async ({ name, number }) => {
    const visitor = await arrive('password', number);
    const { flow } = visitor;
    await flow.choose();
    await flow.sendCode({ email: EMAIL });
    expect(flow.resendAt({ email: EMAIL })).toBe(visitor.device.clock + 60_000);
    await flow.choose();
    expect(flow.state.step).toMatchObject({ name, fields: ['mobile', 'code'], choice: { name: 'useEmail' } });
    expect(flow.resendAt(entered(MOBILE))).toBe(0);
    await flow.submit(entered(FIXED_MOBILE, FIXED_CODE));
    expect(visitor.toldSince().slice(-3)).toEqual([`sent ${name}`, 'success', 'step done']);
  });

  it.each(KINDS)('$name: what is no number or address sends nothing', async ({ name, number, path }) => {
    const visitor = await arrive('password', number);
    const { flow } = visitor;
    await flow.sendCode(entered('139'));
    await flow.submit(entered('139', '123456'));
    expect(flow.state.failure).toMatchObject({ field: 'mobile', error: { code: 'mobile-invalid' } });
    await flow.choose();
    expect(flow.state.failure).toBeNull();
    await flow.sendCode({ email: 'li@example', mobile: MOBILE });
    await flow.submit({ email: 'li@example', code: '123456' });
    expect(flow.state.failure).toMatchObject({ field: 'email', error: { code: 'email-invalid' } });
    const lines = ['mobile', 'mobile', 'email', 'email'].map((what) => `failure ${what}-invalid ${name}`);
    expect([visitor.toldSince(), visitor.wire()]).toEqual([lines, []]);

    await flow.submit({ email: EMAIL, code: '000000' });
    expect(flow.state.failure).toMatchObject({ field: 'code', error: { code: 'code-wrong' } });
    expect([flow.state.step.name, visitor.wire()]).toEqual([name, [`POST ${path}`]]);
  });

  it.each(KINDS)('$name may lead to a second factor, and on', async ({ name, number, path }) => {
    const { mobile } = TEST_NUMBERS.mfaThenExpired;
    const visitor = await arrive('password', number);
    await visitor.prove(mobile, entered(mobile));
    expect(visitor.flow.state.step).toMatchObject({ name: 'mfa', sentTo: '138****0017' });
    expect(visitor.flow.state.step.choice).toBeUndefined();
    await visitor.prove(mobile);
    expect(visitor.flow.state.step.name).toBe('password-expired');
    await visitor.flow.submit({ oldPassword: TEST_PASSWORD, newPassword: FRESH });
    const steps = ['captcha', name, 'mfa', 'captcha', 'mfa', 'password-expired', 'done'];
    expect(visitor.toldSince().filter((line) => line.startsWith('step'))).toEqual(
      steps.map((step) => `step ${step}`),
    );
    expect(visitor.toldSince().filter((line) => !line.startsWith('step'))).toEqual([
      ...[`sent ${name}`, 'sent mfa', 'success'],
    ]);
    expect(visitor.wire().filter((line) => !/captcha|send/.test(line))).toEqual([
      ...[`POST ${path}`, 'GET /mobile-by-token', 'POST /mfa/sms', 'POST /pwd/update'],
    ]);
  });
});

describe('what may be bound', () => {
  const data = (flow: unknown) => JSON.stringify({ socialBindOrRegisterFlow: flow });
  const BY_MOBILE = ['mobile', undefined];
  const BY_EMAIL = ['email', undefined];

  it.each<[unknown, unknown[]]>([
    [data(['VERIFY_PHONE', 'VERIFY_EMAIL']), ['mobile', 'useEmail']],
    [data(['VERIFY_EMAIL', 'VERIFY_PHONE', 'VERIFY_FACE', null]), ['mobile', 'useEmail']],
    [data(['VERIFY_PHONE']), BY_MOBILE],
    [data(['VERIFY_EMAIL']), BY_EMAIL],
    [data(['VERIFY_EMAIL', 'VERIFY_EMAIL', 'VERIFY_FACE']), BY_EMAIL],
    [data([]), BY_MOBILE],
    [data(['VERIFY_FACE']), BY_MOBILE],
    [data('VERIFY_EMAIL'), BY_MOBILE],
    [data({ 0: 'VERIFY_EMAIL', length: 1 }), BY_MOBILE],
    [data([['VERIFY_EMAIL']]), BY_MOBILE],
    [data(null), BY_MOBILE],
    ['{"socialBindOrRegisterFlow":["VERIFY_EMAIL"', BY_MOBILE],
    ['["VERIFY_EMAIL"]', BY_MOBILE],
    ['null', BY_MOBILE],
    ['', BY_MOBILE],
    ['<html>', BY_MOBILE],
    [null, BY_MOBILE],
    [5, BY_MOBILE],
    // Not a string that holds JSON, but JSON: nobody documents that.
    [{ socialBindOrRegisterFlow: ['VERIFY_EMAIL'] }, BY_MOBILE],
    ['{"__proto__":{"socialBindOrRegisterFlow":["VERIFY_EMAIL"]}}', BY_MOBILE],
  ])('%j', async (text, [field, choice]) => {
    for (const { name, number } of KINDS) {
      server.faults.set(LOGIN_CALLS.password, { kind: 'patch', json: { data: text } });
      const visitor = await arrive('password', number);
      const { step } = visitor.flow.state;
      expect([step.name, step.choice?.name, step.fields[1]]).toEqual([name, choice, 'code']);
      expect(step.fields[0]).toEqual(
        field === 'mobile' ? 'mobile' : expect.objectContaining({ name: field }),
      );
      await visitor.flow.choose();
      expect(visitor.flow.state.step === step).toBe(choice === undefined);
    }
  });
});
