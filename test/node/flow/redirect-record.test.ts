import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../src/device/store.js';
import { keepRecord, type RedirectRecord, takeRecord } from '../../../src/flow/redirect-record.js';
import { fakeDevice, NOON } from '../support/fake-device.js';

const MINUTE = 60_000;
const LIFE = 10 * MINUTE;
const PREFIX = 'ciam-login:redirect:';
const RETURN_TO = 'https://shop.example/login';

const recordAt = (at: number): RedirectRecord => ({ at, returnTo: RETURN_TO, consent: true });
const keysOf = (stored: Map<string, string>) => [...stored.keys()].sort();

afterEach(() => void vi.unstubAllGlobals());

describe('the record of a redirect', () => {
  it.each([true, false])('comes back as it was kept, consent %s', (consent) => {
    const { store } = fakeDevice();
    expect(keepRecord(store, 'a', { ...recordAt(NOON), consent })).toBe(true);
    expect(takeRecord(store, 'a', NOON)).toEqual({ at: NOON, returnTo: RETURN_TO, consent });
  });

  it('promise S4: has a key of its own, so that two tabs do not get in each other’s way', () => {
    const { store, stored } = fakeDevice();
    keepRecord(store, 'a', recordAt(NOON));
    keepRecord(store, 'b', recordAt(NOON + 1));
    expect(keysOf(stored)).toEqual([`${PREFIX}a`, `${PREFIX}b`]);
    expect(takeRecord(store, 'b', NOON)).toEqual(recordAt(NOON + 1));
    expect(takeRecord(store, 'a', NOON)).toEqual(recordAt(NOON));
  });

  it('promise S4: can be taken once', () => {
    const { store, stored } = fakeDevice();
    keepRecord(store, 'a', recordAt(NOON));
    expect(takeRecord(store, 'a', NOON)).not.toBeNull();
    expect(stored.size).toBe(0);
    expect(takeRecord(store, 'a', NOON)).toBeNull();
  });

  it('promise S4: is not there for a state that nobody has made', () => {
    const { store, stored } = fakeDevice();
    keepRecord(store, 'a', recordAt(NOON));
    for (const state of ['', 'A', 'aa', '__proto__', 'constructor', '../a'])
      expect(takeRecord(store, state, NOON)).toBeNull();
    expect(keysOf(stored)).toEqual([`${PREFIX}a`]);
  });

  it.each([
    ['at once', 0, true],
    ['after ten minutes', LIFE, true],
    ['a moment later', LIFE + 1, false],
    ['the next day', 24 * 60 * MINUTE, false],
    ['with the clock set back by ten minutes', -LIFE, true],
    ['with the clock set back by more', -LIFE - 1, false],
    ['with the clock set back by a year', -365 * 24 * 60 * MINUTE, false],
  ])('promise S4: lives ten minutes, by whichever clock: %s', (_, ms, lives) => {
    const { store, stored } = fakeDevice();
    keepRecord(store, 'a', recordAt(NOON));
    expect(takeRecord(store, 'a', NOON + ms)).toEqual(lives ? recordAt(NOON) : null);
    // One that is too old is gone as well.
    expect(stored.size).toBe(0);
  });
});

describe('the sweep', () => {
  it('promise S4: takes the old ones, and leaves those of other tabs and everything else', () => {
    const { store, stored } = fakeDevice();
    const old = { old: NOON - LIFE - 1, future: NOON + LIFE + 1, 'long ago': 0 };
    const young = { young: NOON - LIFE, 'set back': NOON + LIFE };
    for (const [state, at] of Object.entries({ ...old, ...young }))
      stored.set(PREFIX + state, JSON.stringify(recordAt(at)));
    for (const broken of ['', '{', 'null', '[]']) stored.set(`${PREFIX}broken ${broken}`, broken);
    const others = ['ciam-login:resend:demo-client:LOGIN_SMS', 'ciam-login:redirectless', 'shop'];
    for (const key of others) stored.set(key, '{');

    expect(keepRecord(store, 'new', recordAt(NOON))).toBe(true);
    expect(keysOf(stored)).toEqual([...others, `${PREFIX}new`, `${PREFIX}set back`, `${PREFIX}young`].sort());
  });

  it('promise S6: keeps three plain facts and nothing else', () => {
    const { store, stored } = fakeDevice();
    keepRecord(store, 'a', recordAt(NOON));
    expect(JSON.parse(stored.get(`${PREFIX}a`)!)).toEqual({ at: NOON, returnTo: RETURN_TO, consent: true });
  });
});

describe('a storage that others have written to', () => {
  const garbage = {
    'empty text': '',
    'no JSON': '{',
    'a page': '<html>',
    null: 'null',
    'a list': '[]',
    'a number': '5',
    'a text': '"a"',
    'nothing in it': '{}',
    'no address': `{"at":${NOON}}`,
    'an empty address': `{"at":${NOON},"returnTo":""}`,
    'an address that is none': `{"at":${NOON},"returnTo":{}}`,
    'no time': '{"returnTo":"https://shop.example/"}',
    'a time in words': `{"at":"${NOON}","returnTo":"https://shop.example/"}`,
    'a time without end': '{"at":1e999,"returnTo":"https://shop.example/"}',
    'no time at all': '{"at":null,"returnTo":"https://shop.example/"}',
    'all of it in __proto__': `{"__proto__":{"at":${NOON},"returnTo":"https://shop.example/","consent":true}}`,
    'all of it in an escaped __proto__': `{"\\u005f_proto__":{"at":${NOON},"returnTo":"https://shop.example/"}}`,
    'all of it in constructor': `{"constructor":{"at":${NOON},"returnTo":"https://shop.example/"}}`,
  };

  it.each(Object.entries(garbage))('promise S4, S7: is no record: %s', (_, text) => {
    const { store, stored } = fakeDevice();
    stored.set(`${PREFIX}a`, text);
    expect(takeRecord(store, 'a', NOON)).toBeNull();
    expect(stored.size).toBe(0);
  });

  it('promise S4: is no record without a time, also on a device whose clock has just begun at 1970', () => {
    const { store, stored } = fakeDevice();
    stored.set(`${PREFIX}a`, `{"returnTo":"${RETURN_TO}"}`);
    expect(takeRecord(store, 'a', 1000)).toBeNull();
  });

  it.each(['"on"', '1', '"true"', 'null', '{}', '[true]'])(
    'promise O6: consent is a plain yes: not %s',
    (yes) => {
      const { store, stored } = fakeDevice();
      stored.set(`${PREFIX}a`, `{"at":${NOON},"returnTo":"${RETURN_TO}","consent":${yes}}`);
      expect(takeRecord(store, 'a', NOON)).toEqual({ ...recordAt(NOON), consent: false });
    },
  );

  it('promise S7: a prototype that the page has polluted fills in nothing', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    const { store, stored } = fakeDevice();
    stored.set(`${PREFIX}a`, '{}');
    stored.set(`${PREFIX}b`, `{"at":${NOON},"returnTo":"${RETURN_TO}"}`);
    Object.assign(prototype, recordAt(NOON));
    try {
      expect(takeRecord(store, 'a', NOON)).toBeNull();
      expect(takeRecord(store, 'b', NOON)?.consent).toBe(false);
    } finally {
      for (const name of Object.keys(recordAt(NOON))) Reflect.deleteProperty(prototype, name);
    }
  });
});

describe('a storage that refuses', () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };

  it.each<[string, () => unknown]>([
    ['is refused, as in a sandboxed frame', refuse],
    ['is null, as in some web views', () => null],
    ['throws at each use', () => ({ getItem: refuse, setItem: refuse, removeItem: refuse })],
    ['is full', () => ({ getItem: () => null, setItem: refuse, removeItem: () => undefined })],
  ])('promise S4: says so before anybody is sent away: it %s', (_, get) => {
    vi.stubGlobal('window', Object.defineProperty({}, 'localStorage', { get }));
    expect(keepRecord(createStore(), 'a', recordAt(NOON))).toBe(false);
    expect(takeRecord(createStore(), 'a', NOON)).toBeNull();
  });
});
