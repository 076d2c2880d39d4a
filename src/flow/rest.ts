import type { Failure } from './failure.js';

/** How long the server wants to be left alone (`Retry-After`), for each kind of attempt by itself. */
export interface Rest {
  /** The server has just asked for it. */
  take(phase: Failure['phase'], seconds: number): void;
  /** The moment until which it lasts: ms since 1970, 0 when there is none. */
  until(phase: Failure['phase']): number;
}

/**
 * Whoever may not ask for a code may still have one to log in with, hence two moments.
 *
 * @param now Milliseconds since 1970, of a clock that may be set back: nobody then waits longer than the server said.
 */
export function createRest(now: () => number): Rest {
  const rests = new Map<Failure['phase'], { until: number; ms: number }>();
  return {
    take(phase, seconds) {
      const ms = seconds * 1000;
      rests.set(phase, { until: now() + ms, ms });
    },
    until(phase) {
      const rest = rests.get(phase);
      if (!rest || rest.until <= now()) return 0;
      rest.until = Math.min(rest.until, now() + rest.ms);
      return rest.until;
    },
  };
}
