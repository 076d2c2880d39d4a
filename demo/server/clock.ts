/** The server's own time, so that a test can let a code expire without waiting for it. */
export interface Clock {
  /** Milliseconds since 1970, as this server sees it. */
  now(): number;
  /** Moves this clock forward (or back, with a negative number). */
  advance(ms: number): void;
  /** Back to real time. */
  reset(): void;
}

/** Makes a clock that shows real time until it is moved. */
export function createClock(): Clock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance: (ms) => {
      offset += ms;
    },
    reset: () => {
      offset = 0;
    },
  };
}
