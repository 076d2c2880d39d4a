import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/flow/step.js';
import { CiamError } from '../../../src/protocol/errors.js';
import { type OpenEnded, openEnded, SUCCESS } from './open-ended.js';

describe('promise S4: coming back to a login', () => {
  /** A step to which somebody has come back. */
  const returning = ({ step, act }: OpenEnded, values = {}): Step =>
    step({ resume: () => ({ values, finish: (run) => act(values, run) }) });

  it('promise S4: shows its step, and goes on with what had been entered', async () => {
    const bench = openEnded();
    const flow = bench.begin(bench.step());
    const back = returning(bench, { consent: 'on' });
    expect(flow.resume(back)).toBe(true);
    expect(flow.state).toMatchObject({ phase: 'submitting', failure: null });
    expect([flow.state.step === back, bench.attempts[0]!.values]).toEqual([true, { consent: 'on' }]);
    bench.attempts[0]!.open(SUCCESS);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(bench.events()).toEqual(['success']);
  });

  it.each<[string, Partial<Step>]>([
    ['never leaves', {}],
    ['knows nothing of this address', { resume: () => null }],
  ])('promise S4: does not happen to a step that %s', (_, parts) => {
    const { begin, step } = openEnded();
    const first = step();
    const flow = begin(first);
    expect([flow.resume(step(parts)), flow.state.phase, flow.state.step === first]).toEqual([
      false,
      'ready',
      true,
    ]);
  });

  it('promise S4: takes nothing from the address while something else is under way, or while its way in rests', async () => {
    const bench = openEnded();
    let taken = 0;
    const back = bench.step({ resume: () => ((taken += 1), null) });
    const flow = bench.begin(back);
    const attempt = flow.submit({});
    bench.attempts[0]!.shut(new CiamError('busy', { retryAfter: 30 }));
    await attempt;
    expect([flow.resume(back), taken]).toEqual([false, 0]);
    bench.device.clock += 30_000;
    void flow.submit({});
    expect([flow.resume(back), taken]).toEqual([false, 0]);
    flow.cancel();
    expect([flow.resume(back), taken]).toEqual([false, 1]);
  });
});
