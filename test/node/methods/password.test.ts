import { describe, expect, it } from 'vitest';
import { TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { password } from '../../../src/methods/password.js';
import { passwordStep } from '../../../src/methods/password-step.js';
import { startFlowBench } from '../flow/visit.js';

const { server, visit, wire } = await startFlowBench();
const step = passwordStep(password.screen);
const RIGHT = { userName: 'li.lei', password: TEST_PASSWORD };

describe('login with a password', () => {
  it('shows its form before its code is there, with fields that password managers know', async () => {
    expect(password.screen.fields).toEqual([
      { name: 'userName', type: 'text', autocomplete: 'username' },
      { name: 'password', type: 'password', autocomplete: 'current-password' },
    ]);
    expect(await password.begin()).toMatchObject(password.screen);
    for (const { fields } of Object.values(password.texts))
      expect(Object.keys(fields!)).toEqual(['userName', 'password']);
  });

  it('sends the user name without blanks around it, and logs in', async () => {
    const visitor = await visit({ step });
    await visitor.flow.submit({ ...RIGHT, userName: '  li.lei ' });
    expect(visitor.told).toEqual(['success', 'step done']);
    expect(visitor.successes[0]!.success.claims).toMatchObject({ api: { userName: 'li.lei' } });
    expect(wire()).toEqual(['POST /login/auth']);
    expect(server.journal.list()[0]!.body).toEqual({ user_name: 'li.lei', password: TEST_PASSWORD });
  });

  it('sends a password to the letter, blanks around it included', async () => {
    const visitor = await visit({ step });
    await visitor.flow.submit({ ...RIGHT, password: ' 密码 ' });
    expect(server.journal.list()[0]!.body).toEqual({ user_name: 'li.lei', password: ' 密码 ' });
  });

  it.each([
    [{}, 'userName'],
    [{ userName: '   ', password: TEST_PASSWORD }, 'userName'],
    [{ userName: 'li.lei' }, 'password'],
    [{ userName: 'li.lei', password: '' }, 'password'],
  ])('promise A4: with %j nothing is sent; the field %s is at fault', async (values, field) => {
    const visitor = await visit({ step });
    await visitor.flow.submit(values);
    expect(visitor.told).toEqual(['failure input-missing start']);
    expect(visitor.errors[0]!.subject).toBe(field);
    expect(visitor.flow.state.failure?.field).toBe(field);
    for (const texts of Object.values(step.errorTexts!))
      expect(texts).toHaveProperty(`input-missing:${field}`);
    expect(wire()).toEqual([]);
  });

  it('promise A4: a wrong password is the fault of its field, and the server says how many tries are left', async () => {
    const visitor = await visit({ step, config: { language: 'zh-CN' } });
    for (const left of [4, 3, 2, 1]) {
      await visitor.flow.submit({ ...RIGHT, password: 'wrong' });
      const { failure } = visitor.flow.state;
      expect(failure).toMatchObject({ field: 'password', error: { code: 'password-wrong' } });
      expect(failure?.error).toMatchObject({
        serverCode: 'IDAAS.SDK.LOGIN.0002',
        serverMessage: `用户名或密码错误，还可以尝试${left}次`,
      });
    }
    await visitor.flow.submit({ ...RIGHT, password: 'wrong' });
    expect(visitor.errors.at(-1)).toMatchObject({ code: 'user-locked', serverCode: 'IDAAS.SDK.LOGIN.0001' });
    expect(visitor.flow.state.failure?.field).toBeNull();
    expect([visitor.events.length, wire().length]).toEqual([5, 5]);
  });

  it('promise S6: neither is kept, in the browser or in what is shown', async () => {
    const visitor = await visit({ step });
    await visitor.flow.submit({ ...RIGHT, password: 'Secret-1' });
    await visitor.flow.submit({ ...RIGHT });
    const seen = JSON.stringify([visitor.flow.state, visitor.errors, [...visitor.device.stored]]);
    expect(seen).not.toMatch(/Secret-1|Test-1234|li\.lei/);
  });

  it('goes on where the server asks for more', async () => {
    const visitor = await visit({ step });
    const { mobile } = TEST_NUMBERS.mfa;
    await visitor.flow.submit({ ...RIGHT, userName: mobile });
    expect(visitor.told).toEqual(['step mfa']);
    await visitor.flow.sendCode({});
    await visitor.flow.submit({ code: server.inbox.latestCode(mobile)! });
    expect(visitor.events).toEqual(['sent mfa', 'success']);
  });

  it('where the tenant has no such call, it says so', async () => {
    server.settings.dialect = 'hw';
    const visitor = await visit({ step });
    await visitor.flow.submit(RIGHT);
    expect(visitor.errors).toMatchObject([{ code: 'bad-response', httpStatus: 404 }]);
  });
});
