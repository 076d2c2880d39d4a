import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Run } from '../../../src/flow/step.js';
import { Abandoned } from '../../../src/protocol/errors.js';
import { caught, rejection } from '../support/caught.js';
import { redirectBench } from './redirect-bench.js';

const bench = redirectBench();
const { step, runOf, leave } = bench;

afterEach(() => void vi.useRealTimers());

describe('leaving for a service', () => {
  it('promise S4: no timer is left behind by who was gone in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await leave();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('promise N2: who is still there after the time limit is told so', async () => {
    expect(await caught(() => step().submit({}, runOf({}, 'a', 5)))).toMatchObject({ code: 'timeout' });
    expect(bench.page.left).toHaveLength(1);
  });

  it.each([
    ['a frame', { isFramed: true }, 'frame'],
    ['a browser that it cannot be used in', {}, 'wechat'],
  ])('promise S4: is not possible in %s', async (_, change, subject) => {
    Object.assign(bench.page, change);
    const error = await caught(() => step({ obstacle: () => 'wechat' }).submit({}, runOf()));
    expect(error).toMatchObject({ code: 'alipay-unavailable', subject });
    expect([bench.page.left, bench.device.stored.size]).toEqual([[], 0]);
  });

  it('promise S4: is not possible where nothing is kept', async () => {
    bench.device.store.set = () => false;
    const error = await caught(() => step().submit({}, runOf()));
    expect([error.code, error.subject, bench.page.left]).toEqual(['alipay-unavailable', 'storage', []]);
  });

  it('promise S4: does not happen where the page says no, or has given the login up', async () => {
    const given = new AbortController();
    const refusals: Partial<Run>[] = [
      { mayLeave: () => false },
      { signal: given.signal, mayLeave: () => (given.abort(), true) },
    ];
    for (const change of refusals)
      expect(await rejection(() => step().submit({}, runOf(change)))).toBeInstanceOf(Abandoned);
    expect(bench.page.left).toEqual([]);
  });
});
