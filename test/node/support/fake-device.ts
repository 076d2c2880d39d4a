import type { Device } from '../../../src/device/device.js';

/** A browser without a browser: everything that a call needs of one, in the hands of the test. */
export interface FakeDevice extends Device {
  /** Milliseconds since 1970; it stands still unless the test moves it. */
  clock: number;
  online: boolean;
  leaving: boolean;
  /** What `store` holds; two devices with the same map are two tabs of one browser. */
  readonly stored: Map<string, string>;
}

/** A moment whose digits look like no number that the tests use. */
export const NOON = Date.UTC(2026, 5, 1, 12);

export function fakeDevice(stored = new Map<string, string>()): FakeDevice {
  const device: FakeDevice = {
    clock: NOON,
    online: true,
    leaving: false,
    stored,
    fetch: (url, init) => fetch(url, init),
    now: () => device.clock,
    isOnline: () => device.online,
    origin: 'https://shop.example',
    userAgent: 'Mozilla/5.0 (test)',
    data: () => Promise.resolve({ fingerprint: '0123456789abcdef', osVersion: 'Windows 11' }),
    store: {
      get: (key) => stored.get(key) ?? null,
      set: (key, value) => Boolean(stored.set(key, value)),
      remove: (key) => void stored.delete(key),
      keys: (prefix) => [...stored.keys()].filter((key) => key.startsWith(prefix)),
    },
    isLeaving: () => Promise.resolve(device.leaving),
  };
  return device;
}
