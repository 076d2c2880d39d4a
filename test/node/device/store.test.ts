import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../src/device/store.js';

function stubWindow(get: () => unknown): void {
  vi.stubGlobal('window', Object.defineProperty({}, 'localStorage', { get }));
}

function fakeStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const refuse = () => {
  throw new DOMException('refused', 'SecurityError');
};

afterEach(() => void vi.unstubAllGlobals());

describe('promise D4: the store', () => {
  it.each<[string, () => unknown]>([
    ['is refused, as in a sandboxed frame', refuse],
    ['is null, as in some web views', () => null],
    ['throws at each use', () => ({ getItem: refuse, setItem: refuse, removeItem: refuse })],
    ['is full', () => ({ ...fakeStorage(), setItem: refuse })],
  ])('works in memory when localStorage %s', (_, get) => {
    stubWindow(get);
    const store = createStore();
    expect(store.get('a')).toBeNull();
    store.set('a', '1');
    store.set('a', '2');
    expect(store.get('a')).toBe('2');
    store.remove('a');
    expect(store.get('a')).toBeNull();
  });

  it('outlives the page where it may, and sees what other tabs write', () => {
    const storage = fakeStorage();
    stubWindow(() => storage);
    const store = createStore();
    store.set('a', 'mine');
    expect(createStore().get('a')).toBe('mine');
    storage.setItem('a', 'theirs');
    expect(store.get('a')).toBe('theirs');
    store.remove('a');
    expect(storage.getItem('a')).toBeNull();
  });

  it('goes back to localStorage once there is room again', () => {
    const storage = fakeStorage();
    const { setItem } = storage;
    stubWindow(() => storage);
    const store = createStore();
    storage.setItem = refuse;
    store.set('a', 'in memory');
    storage.setItem = setItem;
    store.set('a', 'kept');
    expect(createStore().get('a')).toBe('kept');
    expect(store.get('a')).toBe('kept');
  });
});

describe('the device layer in Node', () => {
  it('can be imported without a browser', async () => {
    const { browserDevice } = await import('../../../src/device/browser-device.js');
    expect(browserDevice).toBeTypeOf('function');
  });
});
