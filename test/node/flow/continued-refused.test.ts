import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { FIXED_CODE, FIXED_MOBILE, TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { codeStep } from '../../../src/flow/code-step.js';
import { loginWithPassword } from '../../../src/client/login.js';
import { type Arrival, FRESH, LOGIN_CALLS, type TestNumberName, startArrivalBench } from './arrival.js';
import { entered } from './visit.js';

const { server, arrive, visit } = await startArrivalBench();
const SDK = '/api/v2/sdk';
const BY_TOKEN = `${SDK}/mobile-by-token`;
const CHANGE = { oldPassword: TEST_PASSWORD, newPassword: FRESH };
const FIXED = entered(FIXED_MOBILE, FIXED_CODE);

/** Each call that continues a login. */
const CALLS: [string, string, TestNumberName, (visitor: Arrival) => Promise<void>][] = [
  ['/mfa/sms', 'mfa', 'mfa', ({ flow }) => flow.submit({ code: '123456' })],
  ['/social/bind', 'bind', 'socialBind', ({ flow }) => flow.submit(FIXED)],
  ['/social/register-bind', 'register', 'userRegister', ({ flow }) => flow.submit(FIXED)],
  ['/pwd/update', 'password-expired', 'passwordExpired', ({ flow }) => flow.submit(CHANGE)],
  ['/pwd/skip-update', 'password-warn', 'passwordWarn', ({ flow }) => flow.choose()],
];

const body = (json: unknown): Fault => ({ kind: 'body', body: JSON.stringify(json) });
const FAULTS: [Fault, string][] = [
  [body({ status: 'RISK_REVIEW', state_token: 'e.y.J' }), 'bad-response'],
  [body({ status: 'success', session_token: 's', expire: 60 }), 'bad-response'],
  [body({ status: 'SUCCESS', expire: 60 }), 'bad-response'],
  [body({ status: 'SUCCESS', session_token: 's', expire: '60' }), 'bad-response'],
  [body({ status: 'MFA_AUTH' }), 'bad-response'],
  [body({ status: 'PASSWORD_WARN', state_token: 5 }), 'bad-response'],
  [body([]), 'bad-response'],
  [{ kind: 'html' }, 'bad-response'],
  [{ kind: 'empty' }, 'bad-response'],
  [{ kind: 'empty', status: 401 }, 'bad-response'],
  [body({ status: 'ACCESS_DENIED' }), 'access-denied'],
  [{ kind: 'reset' }, 'network'],
  [{ kind: 'status', status: 500, body: { error_code: 'COM.0002', error_msg: '系统繁忙' } }, 'busy'],
  [{ kind: 'status', status: 429, headers: { 'Retry-After': '1' } }, 'rate-limited'],
];

// The shortest waits that the jitter allows.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

describe.each(CALLS)('promise N4: whatever answers %s at %s', (path, name, number, press) => {
  it('promise N1, N4: one call, one event, and the step stays', async () => {
    const visitor = await arrive('password', number);
    const { step } = visitor.flow.state;
    for (const [fault, code] of FAULTS) {
      const [events, calls] = [visitor.events.length, visitor.wire().length];
      server.faults.set(SDK + path, fault);
      await press(visitor);
      expect(visitor.events.slice(events), JSON.stringify(fault)).toEqual([`failure ${code} ${name}`]);
      expect(visitor.wire().slice(calls)).toHaveLength(1);
      expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: { field: null } });
      expect(visitor.flow.state.step).toBe(step);
      visitor.device.clock += 1000; // what Retry-After asked for
    }
    expect(visitor.errors[0]).toMatchObject({ serverCode: 'RISK_REVIEW', httpStatus: 200 });
    expect(visitor.successes).toEqual([]);
    server.faults.clear();
    await press(visitor);
    expect(visitor.events.at(-1)).toBe(name === 'mfa' ? 'failure code-wrong mfa' : 'success');
  });

  it('promise N8: a double press is one call', async () => {
    const visitor = await arrive('password', number);
    await Promise.all([press(visitor), press(visitor), press(visitor)]);
    expect(visitor.wire()).toHaveLength(1);
    expect(visitor.events).toHaveLength(1);
  });
});

describe('the number of the second factor', () => {
  it.each<Fault>([{ kind: 'reset' }, { kind: 'empty', status: 503 }])(
    'promise N1: is asked for thrice at most: %j',
    async (fault) => {
      server.faults.set(BY_TOKEN, { ...fault, times: 2 });
      const visitor = await arrive('password', 'mfa');
      expect(server.journal.list(BY_TOKEN)).toHaveLength(3);
      expect(visitor.flow.state.step).toMatchObject({ name: 'mfa', fields: ['code'], sentTo: '138****0006' });
    },
  );

  it.each<Fault>([{ kind: 'empty', status: 400 }, { kind: 'html' }, { kind: 'status', status: 429 }])(
    'promise N1: is asked for once where that was refused: %j',
    async (fault) => {
      server.faults.set(BY_TOKEN, fault);
      await arrive('password', 'mfa');
      expect(server.journal.list(BY_TOKEN)).toHaveLength(1);
    },
  );

  it('is waited for where it cannot be had just now, since the first factor is spent', async () => {
    server.faults.set(BY_TOKEN, { kind: 'empty', status: 503 });
    const visitor = await arrive('password', 'mfa');
    expect(server.journal.list(BY_TOKEN)).toHaveLength(3);
    expect([visitor.told, visitor.flow.state.step]).toMatchObject([
      ['step mfa'],
      { fields: [], sentTo: '****' },
    ]);
    await visitor.flow.submit({});
    expect(visitor.toldSince()).toEqual(['failure busy mfa']);
    server.faults.clear();
    await visitor.flow.submit({});
    expect(visitor.flow.state.step).toMatchObject({ name: 'mfa', fields: ['code'], sentTo: '138****0006' });
    await visitor.prove(TEST_NUMBERS.mfa.mobile);
    expect(visitor.events).toEqual(['failure busy mfa', 'sent mfa', 'success']);
    expect(server.journal.list(LOGIN_CALLS.password)).toHaveLength(1);
  });
});

describe('a step that nobody has foreseen', () => {
  it.each(['mfa', 'socialBind', 'userRegister', 'passwordWarn', 'passwordExpired'] as const)(
    'lets nobody in: %s',
    async (number) => {
      const { mobile, outcome } = TEST_NUMBERS[number];
      const step = codeStep({
        screen: { name: 'start', fields: ['mobile', 'code'] },
        type: 'LOGIN_SMS',
        purpose: 'login',
        send: ({ to }, run) =>
          loginWithPassword(run.client(), { userName: to, password: TEST_PASSWORD }, run),
      });
      const visitor = await visit({ step });
      await visitor.flow.submit(entered(mobile, '123456'));
      expect(visitor.told).toEqual(['failure refused start']);
      expect(visitor.errors).toMatchObject([{ serverCode: outcome.status, httpStatus: 200 }]);
    },
  );
});
