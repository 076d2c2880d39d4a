import { describe, expect, it } from 'vitest';
import { readJsonObject } from '../../../src/protocol/json.js';
import { readPasswordPolicy } from '../../../src/protocol/password-policy.js';
import { cpuTime } from '../support/cpu-time.js';
import { BROKEN, LIMIT_MS, LONG, SLOW, tryAll } from './hostile-policies.js';

describe('a policy that is hostile', () => {
  it.each(SLOW)('cannot be slow: %s', (regEx) => {
    expect(tryAll({ regEx })).toBeLessThan(LIMIT_MS);
  });

  it.each(BROKEN)('cannot throw: %j', (regEx) => {
    expect(tryAll({ regEx })).toBeLessThan(LIMIT_MS);
  });

  it('cannot be long: 10 kB are read as fast as none', () => {
    for (const regEx of LONG) expect(tryAll({ regEx }), regEx.slice(0, 20)).toBeLessThan(LIMIT_MS);
    for (const piece of ['(?=.*[a-z])', '(?=.*[', 'a'])
      expect(cpuTime(() => readPasswordPolicy({ regEx: `^${piece.repeat(100_000)}` }))).toBeLessThan(
        LIMIT_MS,
      );
  });

  it('promise S7: __proto__ and constructor in it are harmless, and no rule is inherited', () => {
    const rules = '{"minLength":20,"regEx":"^(?=.*[a-z])"}';
    for (const text of [`{"__proto__":${rules}}`, `{"constructor":{"prototype":${rules}}}`])
      expect(readPasswordPolicy(readJsonObject(text)!)).toEqual([]);
    expect(
      readPasswordPolicy(Object.create({ minLength: 20, regEx: '^a' }) as Record<string, unknown>),
    ).toEqual([]);
    expect('minLength' in {}).toBe(false);
  });
});
