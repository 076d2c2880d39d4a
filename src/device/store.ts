import type { Store } from './device.js';

/**
 * Keeps small strings in `localStorage`, and in memory where the browser refuses. Even reading
 * `window.localStorage` throws in a sandboxed frame (D7), it is `null` in some web views, and a full one throws
 * when written: so every single access may fail, and what could not be kept lives as long as the page.
 */
export function createStore(): Store {
  const memory = new Map<string, string>();
  return {
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(key)) ?? null,
    set(key, value) {
      memory.set(key, value);
      // Only what was refused stays in memory: the other tabs' changes must be seen.
      return attempt((storage) => (storage.setItem(key, value), true)) ? memory.delete(key) : false;
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => {
        storage.removeItem(key);
      });
    },
    keys(prefix) {
      const kept = attempt((storage) => Object.keys(storage)) ?? [];
      return [...kept, ...memory.keys()].filter((key) => key.startsWith(prefix));
    },
  };
}

function attempt<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.localStorage);
  } catch {
    // Refused.
  }
}
