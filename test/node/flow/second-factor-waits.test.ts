import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { TEST_NUMBERS } from '../../../demo/server/test-numbers.js';
import { LOGIN_CALLS, WAYS, startArrivalBench } from './arrival.js';

const { server, arrive } = await startArrivalBench();
const { mobile } = TEST_NUMBERS.mfa;
const BY_TOKEN = '/api/v2/sdk/mobile-by-token';
const count = (path: string) => server.journal.list(path).length;

// The shortest waits between the repetitions of a GET.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

/** Goes the whole way from a step that waits, and shows that nothing was spent twice. */
async function expectFinishable(way: (typeof WAYS)[number], fault: Fault, asked: number): Promise<void> {
  server.faults.set(BY_TOKEN, fault);
  const visitor = await arrive(way, 'mfa');
  expect(visitor.flow.state).toMatchObject({ phase: 'ready', step: { name: 'mfa', fields: [] } });
  expect(visitor.flow.state.step.sentTo).not.toMatch(/\d/);
  expect([count(BY_TOKEN), visitor.successes]).toEqual([asked, []]);
  // There is no number yet to send anything to.
  await visitor.flow.sendCode({});
  expect(visitor.wire()).toEqual([]);

  await visitor.flow.submit({});
  expect(visitor.flow.state.step).toMatchObject({ name: 'mfa', fields: ['code'], sentTo: '138****0006' });
  await visitor.prove(mobile);
  expect(visitor.events.at(-1)).toBe('success');
  expect(visitor.events.filter((event) => event.startsWith('failure'))).toEqual([]);
  expect([count(LOGIN_CALLS[way]), count('/api/v2/sdk/mfa/sms')]).toEqual([1, 1]);
}

describe('a second factor whose number does not come', () => {
  it.each(WAYS)('promise N1: waits where the first is spent: %s', async (way) => {
    await expectFinishable(way, { kind: 'status', status: 429, times: 1 }, 1);
  });

  it('promise N1: also after a GET that was made three times', async () => {
    await expectFinishable('sms', { kind: 'status', status: 503, times: 3 }, 3);
  });

  it('promise N1: also after a connection that broke three times', async () => {
    await expectFinishable('alipay', { kind: 'reset', times: 3 }, 3);
  });

  it('stays there, and says why, as long as it does not come', async () => {
    const visitor = await arriveWaiting();
    server.faults.set(BY_TOKEN, { kind: 'status', status: 429, times: 1 });
    await visitor.flow.submit({});
    expect(visitor.events).toEqual(['failure rate-limited mfa']);
    expect(visitor.flow.state.step).toMatchObject({ name: 'mfa', fields: [] });
    await visitor.flow.submit({});
    await visitor.prove(mobile);
    expect(visitor.events.at(-1)).toBe('success');
  });

  it('promise N5: waits as long as the server wants, whoever presses meanwhile', async () => {
    server.faults.set(BY_TOKEN, { kind: 'status', status: 429, headers: { 'retry-after': '30' }, times: 1 });
    const visitor = await arrive('sms', 'mfa');
    expect(visitor.flow.restsUntil('submitting')).toBe(visitor.device.clock + 30_000);
    await visitor.flow.submit({});
    expect(count(BY_TOKEN)).toBe(1);
    visitor.device.clock += 30_000;
    await visitor.flow.submit({});
    expect(visitor.flow.state.step).toMatchObject({ name: 'mfa', fields: ['code'] });
  });

  it('begins anew when its time is over', async () => {
    const visitor = await arriveWaiting();
    server.advance(301_000);
    await visitor.flow.submit({});
    expect(visitor.events).toEqual(['failure state-token-invalid mfa']);
    expect(visitor.flow.state.step).toBe(visitor.first);
  });

  async function arriveWaiting() {
    server.faults.set(BY_TOKEN, { kind: 'status', status: 429, times: 1 });
    return arrive('password', 'mfa');
  }
});
