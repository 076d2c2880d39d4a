import { describe, expect, it } from 'vitest';
import { isJsonObject, readJsonObject, readNumber, readString } from '../../../src/protocol/json.js';

describe('reading JSON', () => {
  it.each(['', ' ', 'null', 'true', '5', '"a"', '[]', '[{}]', '{', '{}x', '{"a":1,}', '<p>', '\0', '{a:1}'])(
    'is null for %j',
    (text) => {
      expect(readJsonObject(text)).toBeNull();
    },
  );

  it('gives an object as it is', () => {
    expect(readJsonObject(' {"a":[1,{"b":null}],"c":""} ')).toEqual({ a: [1, { b: null }], c: '' });
    expect([{}, [], null, 5, 'a', undefined].map(isJsonObject)).toEqual([
      true,
      ...[false, false, false, false, false],
    ]);
  });

  it('reads only fields of the right kind', () => {
    const source = {
      text: 'a',
      empty: '',
      number: 5,
      text5: '5',
      none: null,
      list: ['a'],
      infinite: Infinity,
    };
    const texts = Object.keys(source).filter((name) => readString(source, name) !== null);
    const numbers = Object.keys(source).filter((name) => readNumber(source, name) !== null);
    expect([texts, numbers]).toEqual([['text', 'text5'], ['number']]);
  });
});

describe('promise S7: hostile JSON', () => {
  it('promise S7: __proto__ is dropped at every depth, so that no copy takes its prototype from the server', () => {
    const value = readJsonObject(
      '{"__proto__":{"a":1},"deep":[{"__proto__":{"a":1},"b":2}],"constructor":{"prototype":{"a":1}}}',
    )!;
    for (const copy of [{ ...value }, Object.assign({}, value)])
      expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(Object.hasOwn(value, '__proto__')).toBe(false);
    const [deep] = value['deep'] as object[];
    expect(Object.keys(deep!)).toEqual(['b']);
    expect('a' in {}).toBe(false);
  });

  it('promise S7: nor does one come through that is spelled with escapes', () => {
    for (const name of ['\\u005f_proto__', '__pr\\u006fto__', '__pro\\u0074o__'])
      expect(Object.keys(readJsonObject(`{"${name}":{"a":1},"b":2}`)!)).toEqual(['b']);
  });

  it('promise S7: what may hold one and is longer than any answer is none', () => {
    const long = 'x'.repeat(70_000);
    expect(readJsonObject(`{"a":"${long}"}`)).toEqual({ a: long });
    expect(readJsonObject(`{"a":"${long}","__proto__":{}}`)).toBeNull();
  });

  it('promise S7: fields that everything inherits are not the server’s', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(readString({}, name)).toBeNull();
      expect(readNumber({}, name)).toBeNull();
    }
  });

  it('promise S7: a prototype that the page has polluted fills in nothing', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype['session_token'] = 'polluted';
    prototype['expire'] = 5;
    try {
      expect(readString({}, 'session_token')).toBeNull();
      expect(readNumber({}, 'expire')).toBeNull();
    } finally {
      delete prototype['session_token'];
      delete prototype['expire'];
    }
  });
});
