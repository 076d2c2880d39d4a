import { describe, expect, it } from 'vitest';
import { readCountries } from '../../../src/protocol/country-codes.js';
import { readPasswordPolicy } from '../../../src/protocol/password-policy.js';
import { safePattern } from '../../../src/protocol/safe-pattern.js';

/** Passwords that the pattern takes where it was written for: in Java. */
const POLICIES: readonly [regEx: string, ...good: string[]][] = [
  ['^(?=.*[\\p{Punct}])(?=.*[a-z]).{8,18}$', 'secret-word', 'abcdefg#'],
  ['^(?=.*\\p{Punct}).{8,18}$', '12345678#'],
  ['^[\\p{Alnum}\\p{Punct}]{8,18}$', 'Secret-123'],
  ['^(?=.*[\\P{Alnum}]).{8,}$', '1234567#'],
  ['^(?=.*\\p{Lu})(?=.*\\p{L}).{4,}$', 'ÄÖÜß', 'Abcd'],
  ['\\A(?=.*[a-z]).{8,18}\\Z', 'abcdefgh'],
  ['\\A[a-z0-9]{8,18}\\z', 'abcdefgh'],
  ['^[a-z0-9]{8,18}\\z', 'abcdefgh'],
  ['^[a-z0-9]{8,18}\\Z', 'abcdefgh'],
  ['^\\Q[x]\\E[a-z]{5}$', '[x]abcde'],
  ['^[a-z&&[^l]]{8,18}$', 'abcdefgh', 'mnopqrst'],
  ['^(?=.*[a-z&&[^l]]).{8,18}$', '12345678a', 'ABCDEFGa'],
  ['^[\\w&&[^_]]{8,18}$', 'abcd1234'],
  ['^[a-z[A-Z]]{8,18}$', 'abcdEFGH'],
  ['^(?=.*[a-d[m-p]]).{8,}$', '1234567m'],
  ['^\\H{8,18}$', 'abcdefgh'],
  ['^[^\\h]{8,18}$', 'hhhhhhhh'],
  ['^\\X{8,18}$', 'abcdefgh'],
  ['^[]abc]{4,18}$', 'abc]abc'],
  ['^[^]abc]{4,18}$', 'defg'],
  ['^[a-z\\x{41}]{4,18}$', 'abcA'],
  ['^[\\x{4e00}-\\x{9fff}]{4,18}$', '密码密码'],
  ['^[a-z\\0101]{4,18}$', 'abcA'],
];

describe('a password policy that was written for Java', () => {
  it.each(POLICIES)('has no rule that a good password breaks: %s', (regEx, ...passwords) => {
    const rules = readPasswordPolicy({ minLength: 4, maxLength: 18, regEx });
    for (const password of passwords)
      expect(rules.flatMap(({ name, isMet }) => (isMet(password) ? [] : [name]))).toEqual([]);
    // What it says about the length is said all the same.
    expect(rules.map(({ name }) => name)).toEqual(['length']);
  });

  it.each([
    ['^(?=.*[a-z])(?=.*\\d).{8,18}$', ['lower', 'digit']],
    ['^(?=.*[!@#\\[\\]])(?=.*\\w).{8,18}$', ['special', 'pattern']],
    ['^[a-z&]{8,18}$', ['pattern']],
    ['^[a-z\\[&]{8,18}$', ['pattern']],
  ])('is read where it means the same here: %s', (regEx, names) => {
    expect(readPasswordPolicy({ regEx }).map(({ name }) => name)).toEqual(names);
  });
});

describe('a country’s rule that was written for Java', () => {
  it.each([
    ...['^\\p{Digit}{8}$', '^[\\p{Digit}]{8}$', '^\\P{Alpha}{8}$', '\\A\\d{8}\\Z', '\\A\\d{8}', '^\\d{8}\\z'],
    ...['^[0-9&&[^4]]{8}$', '^[0-4[5-9]]{8}$', '^\\Q+852\\E\\d{8}$', '^\\H{8}$', '^\\d{8}\\Z'],
    ...['^[]0-9]{8}$', '[]0-9]{8}$', '^[^]a-z]{8}$', '^\\x{35}\\d{7}$'],
  ])('is left out, so that no number is refused by it: %s', (mobileRegex) => {
    expect(safePattern(mobileRegex)).toBeNull();
    const phoneAreaCodeDefinitions = [{ areaCode: '852', countryCode: 'HK', mobileRegex }];
    expect(readCountries(JSON.stringify({ phoneAreaCodeDefinitions }))[0]!.mobilePattern).toBeNull();
  });

  it.each(['^(\\+86){0,1}\\-?1\\d{10}$', '^[569]\\d{7}$', '^\\+852-[5-9]\\d{7}$'])(
    'is kept where it means the same here: %s',
    (mobileRegex) => {
      expect(safePattern(mobileRegex)?.source).toBe(mobileRegex);
    },
  );
});
