import { describe, expect, it } from 'vitest';
import { FIXED_CODE, FIXED_MOBILE, TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { password } from '../../../src/methods/password.js';
import { gate, settled } from '../support/gate.js';
import { type Arrival, FRESH, type TestNumberName, WAYS, startArrivalBench } from './arrival.js';
import { entered } from './visit.js';

const { server, arrive, visit } = await startArrivalBench();
const SDK = '/api/v2/sdk';
const CHANGE = { oldPassword: TEST_PASSWORD, newPassword: FRESH };
const FIXED = entered(FIXED_MOBILE, FIXED_CODE);
const MOBILE = entered('13912345678');

/** Each call after the first, with what was pressed for it. */
const PLACES: [string, TestNumberName, (visitor: Arrival) => Promise<void>][] = [
  ['/captcha', 'mfa', ({ flow }) => flow.sendCode({})],
  ['/captcha/verify', 'mfa', ({ flow }) => flow.sendCode({})],
  ['/sms/send', 'mfa', ({ flow }) => flow.sendCode({})],
  ['/mfa/sms', 'mfa', ({ flow }) => flow.submit({ code: '123456' })],
  ['/sms/send', 'socialBind', ({ flow }) => flow.sendCode(MOBILE)],
  ['/social/bind', 'socialBind', ({ flow }) => flow.submit(FIXED)],
  ['/social/register-bind', 'userRegister', ({ flow }) => flow.submit(FIXED)],
  ['/pwd/update', 'passwordExpired', ({ flow }) => flow.submit(CHANGE)],
  ['/pwd/skip-update', 'passwordWarn', ({ flow }) => flow.choose()],
];

async function arrival(path: string): Promise<void> {
  while (!server.journal.list(path).length) await new Promise((resolve) => setTimeout(resolve, 2));
}

function restart(visitor: Arrival): void {
  visitor.trace.push('restart');
  visitor.flow.restart(visitor.first);
}

describe.each(PLACES)('promise N3: giving up during %s at %s', (path, number, press) => {
  it('promise N3: a cancel is silent, and keeps the step', async () => {
    const visitor = await arrive('password', number);
    const { step } = visitor.flow.state;
    server.faults.set(SDK + path, { kind: 'hang' });
    const attempt = press(visitor);
    await arrival(SDK + path);
    visitor.flow.cancel();
    await attempt;
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: null, isOrdered: false });
    expect(visitor.flow.state.step).toBe(step);
    expect(visitor.events).toEqual([]);
    expect(visitor.toldSince().at(-1) ?? `step ${step.name}`).toBe(`step ${step.name}`);
    expect(server.journal.list(SDK + path)).toHaveLength(1);
  });

  it('promise N8: after a restart a late answer changes nothing', async () => {
    const visitor = await arrive('password', number);
    const late = gate();
    const { fetch } = visitor.device;
    // A browser that knows nothing of signals.
    visitor.device.fetch = async (url, { signal, ...init }) => {
      expect(signal).toBeDefined();
      const response = await fetch(url, init);
      if (url.endsWith(path)) await late.passed;
      return response;
    };
    const attempt = press(visitor);
    await arrival(SDK + path);
    restart(visitor);
    const { state } = visitor.flow;
    expect(state).toMatchObject({ phase: 'ready', failure: null, step: visitor.first });
    expect(visitor.toldSince().at(-1)).toBe('step start');
    const calls = visitor.wire();
    late.open();
    await attempt;
    await settled();
    expect(visitor.flow.state).toBe(state);
    expect([visitor.events, visitor.wire()]).toEqual([[], calls]);
    await visitor.flow.submit({ userName: 'li.lei', password: TEST_PASSWORD });
    expect(visitor.events).toEqual(['success']);
  });
});

describe('giving up while the next step is made ready', () => {
  it.each(['cancel', 'restart'] as const)('promise N3: by a %s: it is not shown', async (way) => {
    const visitor = await visit({ step: await password.begin() });
    server.faults.set(`${SDK}/mobile-by-token`, { kind: 'hang' });
    const attempt = visitor.flow.submit({ userName: TEST_NUMBERS.mfa.mobile, password: TEST_PASSWORD });
    await arrival(`${SDK}/mobile-by-token`);
    if (way === 'cancel') visitor.flow.cancel();
    else visitor.restart();
    await attempt;
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: null, step: visitor.first });
    expect([visitor.told, server.journal.list(`${SDK}/mobile-by-token`).length]).toEqual([[], 1]);
  });
});

describe('a step that was left', () => {
  it.each(WAYS)('promise N8: is nothing to come back to after %s, but the way is open', async (way) => {
    const visitor = await arrive(way, 'socialBind');
    const { step } = visitor.flow.state;
    restart(visitor);
    expect(visitor.toldSince()).toEqual(['step start']);
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: null });
    expect([visitor.flow.state.step === visitor.first, visitor.wire()]).toEqual([true, []]);
    visitor.trace.push('restart');
    visitor.flow.restart(step);
    await visitor.flow.submit(FIXED);
    expect(visitor.toldSince()).toEqual(['step start', 'step bind', 'success', 'step done']);
  });
});
