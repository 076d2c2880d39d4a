import type { SessionStorage } from '../../../src/client/held-session.js';

/** A page's `sessionStorage` or `localStorage`, in the hands of the test. */
export interface FakeStorage extends SessionStorage {
  readonly kept: Map<string, string>;
}

export function fakeStorage(): FakeStorage {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}
