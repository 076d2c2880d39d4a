import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DeviceReadings, prepareDeviceData, readDeviceData } from '../../../src/device/device-data.js';
import type { Store } from '../../../src/device/device.js';

const KEY = 'ciam-login:device';
const RANDOM_ID = /^[0-9a-f]{32}$/;
const never = () => new Promise<string>(() => {});

function memoryStore(entries: Record<string, string> = {}): Store {
  const map = new Map(Object.entries(entries));
  return {
    get: (key) => map.get(key) ?? null,
    set: (key, value) => Boolean(map.set(key, value)),
    remove: (key) => void map.delete(key),
    keys: (prefix) => [...map.keys()].filter((key) => key.startsWith(prefix)),
  };
}

function readings(changes: Partial<DeviceReadings> = {}): DeviceReadings {
  return {
    fingerprint: () => Promise.resolve('real'),
    osVersion: () => Promise.resolve('iOS 26.0'),
    ...changes,
  };
}

function later<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, ms, value));
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('promise D3: one deadline for all device data', () => {
  it('gives what was read, at once and without a timer left behind', async () => {
    expect(await readDeviceData(memoryStore(), readings())).toEqual({
      fingerprint: 'real',
      osVersion: 'iOS 26.0',
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, Partial<DeviceReadings>]>([
    ['the fingerprint', { fingerprint: never }],
    ['the OS version', { osVersion: never }],
    ['both', { fingerprint: never, osVersion: never }],
  ])('answers after 1.5 s when %s hangs', async (_, broken) => {
    const done = vi.fn();
    const data = readDeviceData(memoryStore(), readings(broken));
    void data.then(done);
    await vi.advanceTimersByTimeAsync(1499);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalled();
    const { fingerprint, osVersion } = await data;
    expect(fingerprint).toMatch(broken.fingerprint ? RANDOM_ID : /^real$/);
    expect(osVersion).toBe(broken.osVersion ? 'unknown' : 'iOS 26.0');
  });

  it.each<[string, () => Promise<string>]>([
    ['rejects, as a chunk that cannot be loaded', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['throws', () => { throw new Error('patched'); }], // prettier-ignore
    ['gives nothing', () => Promise.resolve('')],
    ['gives Chinese', () => Promise.resolve('指纹')],
    ['gives no string', () => Promise.resolve(undefined as unknown as string)],
  ])('is whole when a reading %s', async (_, reading) => {
    const data = await readDeviceData(memoryStore(), { fingerprint: reading, osVersion: reading });
    expect(data.fingerprint).toMatch(RANDOM_ID);
    expect(data.osVersion).toBe('unknown');
  });

  it('ignores a fingerprint that comes after a random id was sent', async () => {
    const store = memoryStore();
    const data = readDeviceData(store, readings({ fingerprint: () => later(2000, 'late') }));
    await vi.advanceTimersByTimeAsync(1500);
    const { fingerprint } = await data;
    await vi.advanceTimersByTimeAsync(2000);
    expect(fingerprint).toMatch(RANDOM_ID);
    expect(store.get(KEY)).toBe(fingerprint);
    expect((await readDeviceData(store, readings())).fingerprint).toBe(fingerprint);
  });
});

describe('promise D4: the first value is kept', () => {
  it('is reused, and no fingerprint is even asked for', async () => {
    const fingerprint = vi.fn(never);
    const data = await readDeviceData(memoryStore({ [KEY]: 'kept' }), readings({ fingerprint }));
    expect(data.fingerprint).toBe('kept');
    expect(fingerprint).not.toHaveBeenCalled();
  });

  it('may be a single character', async () => {
    expect((await readDeviceData(memoryStore({ [KEY]: 'k' }), readings())).fingerprint).toBe('k');
  });

  it('is the same after a reload that would have given another', async () => {
    const store = memoryStore();
    await readDeviceData(store, readings({ fingerprint: () => Promise.resolve('first') }));
    const second = await readDeviceData(store, readings({ fingerprint: () => Promise.resolve('second') }));
    expect(second.fingerprint).toBe('first');
  });

  it.each(['', ' ', '指纹', 'a\r\nb', ' led by a space', 'x'.repeat(513)])(
    'does not trust %j',
    async (stored) => {
      const store = memoryStore({ [KEY]: stored });
      expect((await readDeviceData(store, readings())).fingerprint).toBe('real');
      expect(store.get(KEY)).toBe('real');
    },
  );

  it('does not trust what is no string', async () => {
    const store = { ...memoryStore(), get: () => 42 as unknown as string };
    expect((await readDeviceData(store, readings())).fingerprint).toBe('real');
  });

  it('is one for two tabs that start at the same moment', async () => {
    const store = memoryStore();
    const tabs = [
      readDeviceData(store, readings({ fingerprint: never })),
      readDeviceData(store, readings({ fingerprint: () => later(1400, 'other tab') })),
    ];
    await vi.advanceTimersByTimeAsync(1500);
    expect((await Promise.all(tabs)).map((data) => data.fingerprint)).toEqual(['other tab', 'other tab']);
  });

  it('does not keep the OS version, which updates change', async () => {
    const store = memoryStore();
    await readDeviceData(store, readings());
    const data = await readDeviceData(store, readings({ osVersion: () => Promise.resolve('iOS 27.0') }));
    expect(data.osVersion).toBe('iOS 27.0');
  });
});

describe('promise D3: reading ahead', () => {
  it.each([
    ['both', {}, 1],
    ['no fingerprint where one is kept', { [KEY]: 'kept' }, 0],
    ['a fingerprint where what is kept cannot be used', { [KEY]: '指纹' }, 1],
  ])('promise D3: begins with %s, whatever becomes of it', async (_, stored, times) => {
    const broken = { fingerprint: vi.fn(), osVersion: vi.fn() };
    for (const reading of Object.values(broken)) reading.mockRejectedValue(new TypeError('Failed to fetch'));
    prepareDeviceData(memoryStore(stored), broken);
    await Promise.resolve();
    expect(broken.osVersion).toHaveBeenCalledOnce();
    expect(broken.fingerprint).toHaveBeenCalledTimes(times);
  });
});

describe('promise D7: without crypto.subtle and randomUUID', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('makes a random id of 32 hex digits, a new one each time', async () => {
    const { getRandomValues } = crypto;
    vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) });
    const broken = readings({ fingerprint: () => Promise.reject(new Error()) });
    const ids = [await readDeviceData(memoryStore(), broken), await readDeviceData(memoryStore(), broken)];
    expect(ids[0]?.fingerprint).toMatch(RANDOM_ID);
    expect(ids[0]?.fingerprint).not.toBe(ids[1]?.fingerprint);
  });
});
