import { vi } from 'vitest';

/**
 * Watches how a promise ends, under fake timers: what it gives, `name: message` of what it rejects with, or that it
 * has not ended yet.
 */
export function endOf(promise: Promise<unknown>): () => Promise<unknown> {
  let end: unknown = 'nothing yet';
  promise.then(
    (value) => (end = value),
    (error: unknown) => (end = error instanceof Error ? `${error.name}: ${error.message}` : error),
  );
  return async () => {
    await vi.advanceTimersByTimeAsync(0);
    return end;
  };
}
