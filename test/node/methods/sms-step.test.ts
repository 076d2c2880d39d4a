import { describe, expect, it } from 'vitest';
import { createClient } from '../../../src/client/client.js';
import type { Run } from '../../../src/flow/step.js';
import { sms } from '../../../src/methods/sms.js';
import { smsStep } from '../../../src/methods/sms-step.js';
import { caught } from '../support/caught.js';
import { startClientBench } from '../support/client-bench.js';
import { fakeDevice } from '../support/fake-device.js';

const { server } = await startClientBench({ settings: { areaCodes: ['86', '852'] } });
const step = smsStep(sms.screen);

function run(pattern: RegExp | null = null): Run {
  return {
    signal: new AbortController().signal,
    client: () => createClient({ baseUrl: server.origin, clientId: 'demo-client' }, fakeDevice()),
    solveCaptcha: () => Promise.reject(new Error('not here')),
    mobilePattern: () => pattern,
    expected: {},
    setting: () => undefined,
    mayLeave: () => true,
  };
}

describe('login by text message', () => {
  it('shows its form before its code is there', async () => {
    expect(sms.screen).toEqual({ name: 'start', fields: ['mobile', 'code'] });
    expect(await sms.begin()).toMatchObject({
      ...sms.screen,
      code: { type: 'LOGIN_SMS', purpose: 'login' },
    });
    expect(sms.id).toBe('sms');
  });

  it('promise O4, O1: sends the number and the code as the server wants them', async () => {
    const next = await step.submit({ mobile: '１２３ 4567-8901', code: '您的验证码是232326' }, run());
    expect(next).toMatchObject({ success: { claims: { aud: 'demo-client' }, verified: false } });
    expect(server.journal.list().map(({ body }) => body)).toEqual([
      { mobile: '12345678901', verify_code: '232326' },
    ]);
  });

  it('promise O4: a number of another country goes with its calling code', async () => {
    const values = { mobile: '9123 4567', areaCode: '852', code: '123456' };
    expect((await caught(() => step.submit(values, run()))).code).toBe('code-wrong');
    expect(server.journal.list().map(({ body }) => body)).toEqual([
      { mobile: '+852-91234567', verify_code: '123456' },
    ]);
  });

  it('promise O4: follows the rule of the country', async () => {
    const values = { mobile: '9123456', areaCode: '852', code: '123456' };
    expect(step.code!.readRecipient(values, run())).toBe('+852-9123456');
    expect(step.code!.readRecipient(values, run(/^\+852-\d{8}$/))).toBeNull();
    expect((await caught(() => step.submit(values, run(/^\+852-\d{8}$/)))).code).toBe('mobile-invalid');
    expect(server.journal.list()).toEqual([]);
  });

  it.each([
    [{}, 'mobile-invalid'],
    [{ mobile: '12345678901' }, 'code-missing'],
    [{ mobile: '12345678901', code: 'abc' }, 'code-missing'],
    [{ mobile: '91234567', code: '123456' }, 'mobile-invalid'],
  ])('sends nothing of %j: %s', async (values, code) => {
    expect((await caught(() => step.submit(values, run()))).code).toBe(code);
    expect(server.journal.list()).toEqual([]);
  });
});
