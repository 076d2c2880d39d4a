import { describe, expect, it } from 'vitest';
import { TEST_NUMBERS } from '../../../demo/server/test-numbers.js';
import type { StepName } from '../../../src/flow/step.js';
import type { ErrorCode } from '../../../src/protocol/errors.js';
import { startFlowBench } from './visit.js';

const { server, visit, wire } = await startFlowBench();

interface End {
  code: ErrorCode | 'success' | 'step';
  /** Where it goes on, for `step`. */
  step?: StepName;
  field?: string;
  serverCode?: string;
  httpStatus?: number;
  /** It comes when the code is asked for. */
  onSend?: true;
}

const ENDS: Record<keyof typeof TEST_NUMBERS, End> = {
  fixedCode: { code: 'success' },
  userNotFound: { code: 'user-not-found', field: 'mobile', serverCode: 'USER.0001', httpStatus: 400 },
  userDisabled: { code: 'user-disabled', field: 'mobile', serverCode: 'USER.0039', httpStatus: 400 },
  userLocked: { code: 'user-locked', field: 'mobile', serverCode: 'LOGIN.0001', httpStatus: 400 },
  busy: { code: 'busy', serverCode: 'COM.0002', httpStatus: 500 },
  sendFails: { code: 'send-failed', serverCode: 'CAPTCHA.0006', httpStatus: 400, onSend: true },
  mfa: { code: 'step', step: 'mfa' },
  socialBind: { code: 'step', step: 'bind' },
  userRegister: { code: 'step', step: 'register' },
  passwordWarn: { code: 'step', step: 'password-warn' },
  passwordExpired: { code: 'step', step: 'password-expired' },
  accessDenied: { code: 'access-denied', serverCode: 'ACCESS_DENIED', httpStatus: 200 },
  unknownStatus: { code: 'bad-response', serverCode: 'RISK_REVIEW', httpStatus: 200 },
  mfaThenDenied: { code: 'step', step: 'mfa' },
  paddedSuccess: { code: 'success' },
  unknownError: { code: 'refused', serverCode: 'RISK.0042', httpStatus: 400 },
  mfaStale: { code: 'state-token-invalid', serverCode: 'PARAM.0014', httpStatus: 400 },
  mfaThenExpired: { code: 'step', step: 'mfa' },
};

const CASES = Object.entries(ENDS).map(([name, end]) => ({ name: name as keyof typeof ENDS, end }));

describe('promise N4: where each test number arrives', () => {
  it.each(CASES)('promise N4: $name → $end.code, told once', async ({ name, end }) => {
    const { mobile } = TEST_NUMBERS[name];
    const visitor = await visit();
    await visitor.flow.sendCode({ mobile, areaCode: '86' });
    if (!end.onSend) {
      const code = server.inbox.latestCode(mobile)!;
      await visitor.flow.submit({ mobile, areaCode: '86', code });
    }

    const { told, flow, successes, errors } = visitor;
    expect(told.filter((line) => /^(success|failure)/.test(line))).toHaveLength(end.step ? 0 : 1);
    expect(wire().filter((line) => line.startsWith('POST /login'))).toHaveLength(end.onSend ? 0 : 1);
    if (end.code === 'success') {
      expect([visitor.events.at(-1), successes.length, flow.state.phase]).toEqual(['success', 1, 'done']);
      return;
    }
    if (end.step) {
      expect([told.at(-1), flow.state.step.name, flow.state.phase]).toEqual([
        `step ${end.step}`,
        end.step,
        'ready',
      ]);
      return;
    }
    expect(told.at(-1)).toBe(`failure ${end.code} start`);
    expect(errors).toHaveLength(1);
    expect(errors[0]!.serverCode?.replace('IDAAS.SDK.', '')).toBe(end.serverCode);
    expect(errors[0]!.httpStatus).toBe(end.httpStatus);
    const phase = end.onSend ? 'sending' : 'submitting';
    expect(flow.state).toMatchObject({
      phase: 'ready',
      step: visitor.first,
      failure: { error: errors[0], field: end.field ?? null, phase },
    });
  });
});

describe('promise A4: what is wrong before anything is sent', () => {
  it.each([
    ['mobile-invalid', 'mobile', { mobile: '139', code: '123456' }],
    ['mobile-invalid', 'mobile', {}],
    ['code-missing', 'code', { mobile: '13912345678' }],
    ['code-missing', 'code', { mobile: '13912345678', code: ' - ' }],
  ])('promise A4: %s is the fault of the field %s: %j', async (code, field, values) => {
    const visitor = await visit();
    const { flow } = visitor;
    await flow.submit(values);
    expect(flow.state).toMatchObject({ phase: 'ready', failure: { field, phase: 'submitting' } });
    expect(wire()).toEqual([]);
    expect(visitor.told).toEqual([`failure ${code} start`]);
  });

  it('promise A4: asking for a code needs a number', async () => {
    const visitor = await visit();
    await visitor.flow.sendCode({ mobile: '139', areaCode: '86' });
    expect(visitor.told).toEqual(['failure mobile-invalid start']);
    expect(visitor.flow.state.failure).toMatchObject({ field: 'mobile', phase: 'sending' });
    expect(wire()).toEqual([]);
  });

  it('promise A4: a wrong code is the fault of its field, and the next attempt forgets it', async () => {
    const visitor = await visit();
    await visitor.flow.submit({ mobile: '13912345678', code: '000000' });
    expect(visitor.flow.state.failure).toMatchObject({ error: { code: 'code-wrong' }, field: 'code' });
    const attempt = visitor.flow.submit({ mobile: '12345678901', code: '２３２-３２６' });
    expect(visitor.flow.state.failure).toBeNull();
    await attempt;
    expect(visitor.events).toEqual(['failure code-wrong start', 'success']);
  });
});
