import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../src/device/store.js';

function stubWindow(get: () => unknown): void {
  vi.stubGlobal('window', Object.defineProperty({}, 'localStorage', { get }));
}

/** Its own properties are what it holds, as those of a real one. */
function fakeStorage(broken: Partial<Storage> = {}): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const methods = {
    getItem: (key: string) => (Object.hasOwn(storage, key) ? storage[key]! : null),
    setItem: (key: string, value: string) => void (storage[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(storage, key),
    ...broken,
  };
  const storage: Record<string, string> = Object.create(methods) as Record<string, string>;
  return storage as unknown as Storage;
}

const refuse = () => {
  throw new DOMException('refused', 'SecurityError');
};

afterEach(() => void vi.unstubAllGlobals());

describe('promise D4: the store', () => {
  it.each<[string, () => unknown]>([
    ['is refused, as in a sandboxed frame', refuse],
    ['is null, as in some web views', () => null],
    ['throws at each use', () => fakeStorage({ getItem: refuse, setItem: refuse, removeItem: refuse })],
    ['is full', () => fakeStorage({ setItem: refuse })],
  ])('works in memory when localStorage %s', (_, get) => {
    stubWindow(get);
    const store = createStore();
    expect(store.get('a')).toBeNull();
    expect(store.keys('')).toEqual([]);
    expect(store.set('a', '1')).toBe(false);
    store.set('a', '2');
    expect(store.keys('')).toEqual(['a']);
    expect(store.get('a')).toBe('2');
    store.remove('a');
    expect(store.get('a')).toBeNull();
  });

  it('outlives the page where it may, and sees what other tabs write', () => {
    const storage = fakeStorage();
    stubWindow(() => storage);
    const store = createStore();
    expect(store.set('a', 'mine')).toBe(true);
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
    Object.defineProperty(storage, 'setItem', { value: refuse, configurable: true });
    store.set('a', 'in memory');
    Object.defineProperty(storage, 'setItem', { value: setItem, configurable: true });
    store.set('a', 'kept');
    expect(createStore().get('a')).toBe('kept');
    expect(store.get('a')).toBe('kept');
  });
});

describe('promise D4: what the store holds by a prefix', () => {
  it('is told, whether it could be kept or not', () => {
    const storage = fakeStorage();
    stubWindow(() => storage);
    const store = createStore();
    store.set('mine:a', '1');
    store.set('theirs:mine:', '2');
    Object.defineProperty(storage, 'setItem', { value: refuse });
    store.set('mine:b', '3');
    expect(store.keys('mine:')).toEqual(['mine:a', 'mine:b']);
  });
});

describe('the device layer in Node', () => {
  it('can be imported without a browser', async () => {
    const { browserDevice } = await import('../../../src/device/browser-device.js');
    expect(browserDevice).toBeTypeOf('function');
  });
});
