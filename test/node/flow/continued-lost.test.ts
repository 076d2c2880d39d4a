import { describe, expect, it } from 'vitest';
import { FIXED_CODE, FIXED_MOBILE, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { type Arrival, FRESH, type TestNumberName, WAYS, startArrivalBench } from './arrival.js';
import { entered } from './visit.js';

const { server, arrive } = await startArrivalBench();
const CHANGE = { oldPassword: TEST_PASSWORD, newPassword: FRESH };
const FIXED = entered(FIXED_MOBILE, FIXED_CODE);

/** Each call that needs a state token: what was pressed, and on which step. */
const PRESSES: [string, TestNumberName, (visitor: Arrival) => Promise<void>][] = [
  ['mfa', 'mfa', ({ flow }) => flow.submit({ code: '123456' })],
  ['bind', 'socialBind', ({ flow }) => flow.submit(FIXED)],
  ['register', 'userRegister', ({ flow }) => flow.submit(FIXED)],
  ['password-warn', 'passwordWarn', ({ flow }) => flow.submit(CHANGE)],
  ['password-warn', 'passwordWarn', ({ flow }) => flow.choose()],
  ['password-expired', 'passwordExpired', ({ flow }) => flow.submit(CHANGE)],
];

/** Somebody who has been told that the login has to begin anew, and can do so. */
function expectLost(visitor: Arrival, name: string): void {
  expect(visitor.toldSince()).toEqual([`failure state-token-invalid ${name}`, 'step start']);
  expect(visitor.flow.state).toMatchObject({
    phase: 'ready',
    isOrdered: false,
    failure: { error: { code: 'state-token-invalid', httpStatus: 400 }, field: null, phase: 'submitting' },
  });
  expect(visitor.flow.state.step).toBe(visitor.first);
}

describe('a login whose state the server has forgotten', () => {
  it.each(PRESSES)('begins anew from %s (%s)', async (name, number, press) => {
    const visitor = await arrive('password', number);
    expect(visitor.flow.state.step.name).toBe(name);
    server.advance(299_000);
    server.advance(2000);
    await press(visitor);
    expectLost(visitor, name);
    expect(visitor.wire()).toHaveLength(1);
    await visitor.flow.submit({ userName: 'li.lei', password: TEST_PASSWORD });
    expect(visitor.toldSince().slice(2)).toEqual(['success', 'step done']);
  });

  it.each(PRESSES)('lives as long as the tenant says at %s (%s)', async (name, number, press) => {
    server.settings.stateTokenSeconds = 600;
    const visitor = await arrive('password', number);
    server.advance(500_000);
    await press(visitor);
    expect(visitor.toldSince()[0]).toBe(name === 'mfa' ? 'failure code-wrong mfa' : 'success');
  });

  it.each(WAYS)('begins anew after %s with what that begins with', async (way) => {
    server.settings.stateTokenSeconds = 2;
    const visitor = await arrive(way, 'passwordExpired');
    server.advance(3000);
    await visitor.flow.submit(CHANGE);
    expectLost(visitor, 'password-expired');
  });

  it('begins anew after one that had begun anew', async () => {
    const visitor = await arrive('password', 'passwordWarn');
    for (let time = 0; time < 3; time += 1) {
      server.advance(301_000);
      await visitor.flow.choose();
      expect(visitor.flow.state.step).toBe(visitor.first);
      await visitor.flow.submit({ userName: '13800000009', password: TEST_PASSWORD });
      expect(visitor.flow.state.step.name).toBe('password-warn');
    }
    await visitor.flow.choose();
    expect(visitor.events).toEqual([
      ...Array<string>(3).fill('failure state-token-invalid password-warn'),
      'success',
    ]);
  });

  it.each(WAYS)('is told when it was forgotten already on arrival, after %s', async (way) => {
    const visitor = await arrive(way, 'mfaStale');
    expect(visitor.events.filter((line) => !line.startsWith('sent'))).toEqual([
      'failure state-token-invalid start',
    ]);
    expect(visitor.told).not.toContain('step mfa');
    expect(visitor.flow.state.step).toBe(visitor.first);
  });

  it('has its code sent all the same: that needs no state, and is told only then', async () => {
    const visitor = await arrive('password', 'mfa');
    server.advance(301_000);
    await visitor.prove('13800000006');
    expect(visitor.events).toEqual(['sent mfa', 'failure state-token-invalid mfa']);
    expect(visitor.flow.state.step).toBe(visitor.first);
  });

  it('does not go on in another browser', async () => {
    const visitor = await arrive('password', 'passwordWarn');
    const data = await visitor.device.data();
    visitor.device.data = () => Promise.resolve({ ...data, fingerprint: 'another' });
    await visitor.flow.choose();
    expectLost(visitor, 'password-warn');
  });

  it('is no state of any other: the token of one login is dead after it', async () => {
    const visitor = await arrive('password', 'passwordWarn');
    const { step } = visitor.flow.state;
    await visitor.flow.choose();
    visitor.trace.push('restart');
    visitor.flow.restart(step);
    await visitor.flow.choose();
    expect(visitor.events).toEqual(['success', 'failure state-token-invalid password-warn']);
    expect(visitor.flow.state.step).toBe(step);
  });
});

describe('promise O6: consent that was given', () => {
  it.each(WAYS)('promise O6: is not asked for again after %s', async (way) => {
    const visitor = await arrive(way, 'socialBind', { consentNeeded: true });
    await visitor.flow.submit(FIXED);
    expect(visitor.toldSince()).toEqual(['success', 'step done']);
  });

  it.each(PRESSES)('promise O6: is not asked for again at %s (%s)', async (_, number, press) => {
    const visitor = await arrive('password', number, { consentNeeded: true });
    await press(visitor);
    expect(visitor.toldSince()[0]).toMatch(/^(success|failure code-wrong)/);
  });

  it('promise O6: is asked for again where a login begins anew', async () => {
    const visitor = await arrive('password', 'passwordWarn', { consentNeeded: true });
    server.advance(301_000);
    await visitor.flow.choose();
    await visitor.flow.submit({ userName: 'li.lei', password: TEST_PASSWORD });
    expect(visitor.flow.state.failure).toMatchObject({
      field: 'consent',
      error: { code: 'consent-required' },
    });
  });
});
