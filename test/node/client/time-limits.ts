import { vi } from 'vitest';

/** A time limit that no clock ends, but the test. */
export interface TimeLimit {
  /** To be given to a client as its `timeout`; no other has it. */
  readonly ms: number;
  /** It is over for the call that began last. */
  pass(): void;
}

/** Time limits in the hands of the test: a machine that is busy cannot end them too early, and nobody waits for them. */
export interface TimeLimits {
  add(): TimeLimit;
}

/** For what was sent to arrive: headers come before the time is over. */
const ARRIVAL_MS = 20;

/** Takes hold of `setTimeout` for the limits that it gives out; `vi.restoreAllMocks` ends it. */
export function holdTimeLimits(): TimeLimits {
  const { setTimeout } = globalThis;
  const ends = new Map<number, () => void>();
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((act: () => void, ms?: number, ...rest: []) => {
    if (ms === undefined || !ends.has(ms)) return setTimeout(act, ms, ...rest);
    ends.set(ms, act);
    return setTimeout(() => undefined);
  });
  return {
    add() {
      const ms = 900_000 + ends.size;
      ends.set(ms, () => undefined);
      return { ms, pass: () => void setTimeout(() => ends.get(ms)?.(), ARRIVAL_MS) };
    },
  };
}
