import { describe, expect, it } from 'vitest';
import { TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { FRESH, LOGIN_CALLS, WAYS, purposeOf, startArrivalBench } from './arrival.js';

const { server, arrive } = await startArrivalBench();
const SDK = '/api/v2/sdk';
const CHANGE = { oldPassword: TEST_PASSWORD, newPassword: FRESH };

const KINDS = [
  { name: 'password-warn', number: 'passwordWarn', purpose: 'PASSWORD_WARN' },
  { name: 'password-expired', number: 'passwordExpired', purpose: 'PASSWORD_EXPIRED' },
] as const;
const CASES = WAYS.flatMap((way) => KINDS.map((kind) => ({ way, ...kind })));

describe('a password that is old', () => {
  it.each(CASES)('$name after $way can be changed', async ({ way, name, number, purpose }) => {
    const visitor = await arrive(way, number);
    const { step } = visitor.flow.state;
    expect(step).toMatchObject({
      name,
      fields: [
        { name: 'oldPassword', type: 'password', autocomplete: 'current-password' },
        { name: 'newPassword', type: 'password', autocomplete: 'new-password' },
      ],
      passwordRules: [
        { name: 'length', min: 8, max: 18 },
        { name: 'lower' },
        { name: 'upper' },
        { name: 'digit' },
      ],
    });
    expect([step.code, step.choice?.name]).toEqual([
      undefined,
      name === 'password-warn' ? 'skip' : undefined,
    ]);
    await visitor.flow.submit(CHANGE);
    expect(visitor.since().map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      {
        method: 'POST',
        path: `${SDK}/pwd/update`,
        body: { old_password: TEST_PASSWORD, new_password: FRESH },
      },
    ]);
    expect(visitor.since().map(purposeOf)).toEqual([purpose]);
    expect(visitor.toldSince()).toEqual(['success', 'step done']);
    const { mobile } = TEST_NUMBERS[number];
    expect(visitor.successes[0]!.success.claims).toMatchObject({ api: { mobile: `+86-${mobile}` } });
  });

  it.each(WAYS)('may be left for later after %s while it is a warning', async (way) => {
    const visitor = await arrive(way, 'passwordWarn');
    await visitor.flow.choose();
    expect([visitor.wire(), visitor.since()[0]!.body]).toEqual([['GET /pwd/skip-update'], null]);
    expect(visitor.since().map(purposeOf)).toEqual(['PASSWORD_WARN']);
    expect(visitor.toldSince()).toEqual(['success', 'step done']);
  });

  it('has to be changed once it has expired', async () => {
    const visitor = await arrive('password', 'passwordExpired');
    const { state } = visitor.flow;
    await visitor.flow.choose();
    expect(visitor.flow.state).toBe(state);
    expect([visitor.wire(), visitor.toldSince()]).toEqual([[], []]);
  });

  it('that cannot be left for later just now is told, and may be tried again', async () => {
    const visitor = await arrive('password', 'passwordWarn');
    server.faults.set(`${SDK}/pwd/skip-update`, { kind: 'empty', status: 503, times: 1 });
    await visitor.flow.choose();
    expect(visitor.flow.state).toMatchObject({
      phase: 'ready',
      failure: { field: null, phase: 'submitting' },
    });
    await visitor.flow.choose();
    expect(visitor.toldSince()).toEqual(['failure busy password-warn', 'success', 'step done']);
    // A GET, but it changes something: it is not repeated by itself.
    expect(visitor.wire()).toHaveLength(2);
  });
});

describe('promise A4: what is wrong with a new password', () => {
  it.each([
    [{}, 'input-missing', 'oldPassword'],
    [{ newPassword: FRESH }, 'input-missing', 'oldPassword'],
    [{ oldPassword: TEST_PASSWORD }, 'input-missing', 'newPassword'],
    [{ oldPassword: TEST_PASSWORD, newPassword: '' }, 'input-missing', 'newPassword'],
    [{ oldPassword: TEST_PASSWORD, newPassword: 'Short-1' }, 'password-weak', 'newPassword'],
    [{ oldPassword: TEST_PASSWORD, newPassword: 'nouppercase1' }, 'password-weak', 'newPassword'],
    [{ oldPassword: TEST_PASSWORD, newPassword: `Ab1${'x'.repeat(16)}` }, 'password-weak', 'newPassword'],
  ])('promise A4: %j: %s is the fault of %s, and nothing is sent', async (values, code, field) => {
    for (const { name, number } of KINDS) {
      const visitor = await arrive('password', number);
      await visitor.flow.submit(values);
      expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: { field, error: { code } } });
      expect([visitor.toldSince(), visitor.wire()]).toEqual([[`failure ${code} ${name}`], []]);
    }
  });

  it.each(KINDS)('promise A4: $name: a wrong old one is the fault of its field', async ({ name, number }) => {
    const visitor = await arrive('password', number);
    const { step } = visitor.flow.state;
    for (const left of [4, 3]) {
      await visitor.flow.submit({ ...CHANGE, oldPassword: 'wrong' });
      expect(visitor.flow.state).toMatchObject({
        failure: {
          field: 'oldPassword',
          error: { code: 'password-wrong', serverCode: 'IDAAS.SDK.LOGIN.0002' },
        },
      });
      expect(visitor.errors.at(-1)!.serverMessage).toContain(`attempts left: ${left}`);
    }
    expect(visitor.flow.state.step).toBe(step);
    await visitor.flow.submit(CHANGE);
    expect(visitor.toldSince()).toEqual([
      ...Array<string>(2).fill(`failure password-wrong ${name}`),
      ...['success', 'step done'],
    ]);
  });

  it('promise A4: too many wrong ones lock the user, which is the fault of no field', async () => {
    const visitor = await arrive('password', 'passwordExpired');
    for (let count = 0; count < 5; count += 1) await visitor.flow.submit({ ...CHANGE, oldPassword: 'wrong' });
    expect(visitor.flow.state.failure).toMatchObject({ field: null, error: { code: 'user-locked' } });
    expect(visitor.toldSince().at(-1)).toBe('failure user-locked password-expired');
    expect(visitor.errors).toHaveLength(5);
  });

  it('what only the server can know, the server says', async () => {
    const visitor = await arrive('password', 'passwordExpired');
    await visitor.flow.submit({ oldPassword: TEST_PASSWORD, newPassword: TEST_PASSWORD });
    expect(visitor.errors).toMatchObject([{ code: 'refused', serverCode: 'IDAAS.SDK.PASSWORD.0001' }]);
  });
});

describe('its policy', () => {
  it.each([
    null,
    5,
    '',
    '[]',
    '<html>',
    '{"regEx":"(a+)+$","minLength":"8"}',
    '{"__proto__":{"minLength":99}}',
  ])('is the server’s alone where it is %j', async (data) => {
    server.faults.set(LOGIN_CALLS.password, { kind: 'patch', json: { data } });
    const visitor = await arrive('password', 'passwordExpired');
    expect(visitor.flow.state.step.passwordRules).toEqual([]);
    await visitor.flow.submit({ ...CHANGE, newPassword: 'weak' });
    expect(visitor.errors.map(({ code }) => code)).toEqual(['refused']);
    await visitor.flow.submit(CHANGE);
    expect(visitor.toldSince().slice(-2)).toEqual(['success', 'step done']);
  });

  it('promise S6: a password is sent to the letter, and kept nowhere', async () => {
    const data = JSON.stringify({ minLength: 3 });
    server.faults.set(LOGIN_CALLS.password, { kind: 'patch', json: { data } });
    const visitor = await arrive('password', 'passwordWarn');
    await visitor.flow.submit({ oldPassword: ' 旧密码 ', newPassword: ' Neu-密码😀 ' });
    expect(visitor.since()[0]!.body).toEqual({ old_password: ' 旧密码 ', new_password: ' Neu-密码😀 ' });
    const { step, failure } = visitor.flow.state;
    const seen = [{ ...step, client: null }, failure, visitor.errors, [...visitor.device.stored]];
    expect(JSON.stringify(seen)).not.toMatch(/密码/);
  });
});
