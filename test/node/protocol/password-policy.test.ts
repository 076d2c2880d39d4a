import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PASSWORD_POLICY } from '../../../demo/server/login-answer.js';
import { TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { readPasswordPolicy } from '../../../src/protocol/password-policy.js';

/** Names of the rules, those about the length with their numbers. */
const names = (data: Readonly<Record<string, unknown>>) =>
  readPasswordPolicy(data).map(({ name, min, max }) =>
    name === 'length' ? `length ${String(min)}-${String(max)}` : name,
  );
/** Names of the rules that a password breaks. */
const broken = (data: Readonly<Record<string, unknown>>, password: string) =>
  readPasswordPolicy(data).flatMap(({ name, isMet }) => (isMet(password) ? [] : [name]));

describe('the policy of the documents', () => {
  it('is four rules that can be shown one by one', () => {
    expect(names(PASSWORD_POLICY)).toEqual(['length 8-18', 'lower', 'upper', 'digit']);
  });

  it.each([
    ['', ['length', 'lower', 'upper', 'digit']],
    ['a', ['length', 'upper', 'digit']],
    ['Ab1', ['length']],
    ['abcdefgh', ['upper', 'digit']],
    ['ABCDEFG1', ['lower']],
    ['Abcdefgh', ['digit']],
    ['Abcdefg1', []],
    ['密码密码密码Ab1', []],
    [`Ab1${'x'.repeat(15)}`, []],
    [`Ab1${'x'.repeat(16)}`, ['length']],
    [TEST_PASSWORD, []],
  ])('%j breaks %j', (password, rules) => {
    expect(broken(PASSWORD_POLICY, password)).toEqual(rules);
  });

  it('asks for what the server asks for, whatever is typed', () => {
    const { minLength, maxLength, regEx } = PASSWORD_POLICY;
    const rules = readPasswordPolicy(PASSWORD_POLICY);
    const typed = fc.stringMatching(/^[a-cA-C0-2!密]{0,20}$/);
    fc.assert(
      fc.property(typed, (password) => {
        const fits = password.length >= minLength && password.length <= maxLength;
        const isTaken = fits && new RegExp(regEx).test(password);
        expect(rules.every(({ isMet }) => isMet(password))).toBe(isTaken);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a length', () => {
  it.each([
    [{ minLength: 8, maxLength: 18 }, ['length 8-18']],
    [{ minLength: 8 }, ['length 8-1000']],
    [{ maxLength: 18 }, ['length 0-18']],
    [{ minLength: 1000 }, ['length 1000-1000']],
    [{ minLength: 8, maxLength: 8 }, ['length 8-8']],
    [{ minLength: 0, maxLength: 0 }, ['length 0-0']],
    [{}, []],
    [{ minLength: 0, maxLength: 1000 }, []],
    [{ minLength: 9, maxLength: 8 }, []],
  ])('%j is %j', (data, rules) => {
    expect(names(data)).toEqual(rules);
  });

  it.each([null, undefined, '', '8', [8], {}, true, -1, 8.5, NaN, Infinity, 1001, 1e20])(
    'is no length: %j',
    (value) => {
      expect(names({ minLength: value, maxLength: 18 })).toEqual(['length 0-18']);
      expect(names({ minLength: 8, maxLength: value })).toEqual(['length 8-1000']);
    },
  );
});

describe('a pattern', () => {
  it.each([
    ['^(?=.*[a-z]).*$', ['lower']],
    ['^(?=.*[b-y]).*$', ['pattern']],
    ['^(?=.*[A-Z]).{8,18}$', ['upper']],
    ['^(?=.*[0-9]).+', ['digit']],
    ['^(?=.*[1-9]).+', ['digit']],
    ['^(?=.*\\d)', ['digit']],
    ['^(?=.*[\\d])', ['digit']],
    ['^(?=.*[a-zA-Z])', ['letter']],
    ['^(?=.*[!@#$%^&*])', ['special']],
    ['^(?=.*[@#$])', ['special']],
    ['^(?=.*[\\]\\[])', ['special']],
    ['^(?=.*\\W)', ['special']],
    ['^(?=.*[^a-zA-Z0-9])', ['special']],
    ['^(?=.*[\\u4e00-\\u9fa5])', ['pattern']],
    ['^(?=.*[a-z0-9])', ['pattern']],
    ['^(?=.*\\w)', ['pattern']],
    ['^(?=.*\\S)[\\s\\S]{8,}$', ['pattern']],
    ['^(?=.*[a-z])(?=.*\\d)(?=.*[^\\w])[a-z\\d#]{8,}$', ['lower', 'digit', 'special', 'pattern']],
    ['^[A-Za-z]\\w{5,17}$', ['pattern']],
    ['[a-z]+', ['pattern']],
    ['.', ['pattern']],
    ['^(?=.*\\d).{10,18}$', ['digit']],
    ['^(?=.*\\d)x.{8,18}$', ['digit', 'pattern']],
    ['^(?=.*\\d).{8,18}x', ['digit', 'pattern']],
    ['^(?=.*\\d)[|a]{8}$', ['digit', 'pattern']],
    ['^(?=.*\\d)a\\|{8}$', ['digit', 'pattern']],
    [`^${'(?=.*\\d)'.repeat(62)}.+$`, Array<string>(62).fill('digit')],
    ['^(a)\\d*$', ['pattern']],
    ['^a?b?c?d?e?f?g?h?$', ['pattern']],
    ['^(\\+86){0,1}(\\-){0,1}(x){0,1}\\d{11}$', ['pattern']],
    ['^(a|b)?\\(\\)+\\*\\?\\|\\*\\?\\|\\*\\?\\|[a-z]{6,}$', ['pattern']],
    [`^${'a'.repeat(199)}`, ['pattern']],
  ])('%s is %j', (regEx, rules) => {
    expect(names({ regEx })).toEqual(rules);
  });

  it.each([
    // None of these can be taken apart, and to match them as they are might be slow.
    ...['^(?!\\d+$)[0-9A-Za-z]{8,16}$', '^(?:(?=.*[A-Z])(?=.*\\d)|(?=.*[a-z])).{6,20}$', '(?=.*\\d).*'],
    ...['^(?=.*[a-z])foo|bar$', '^(?=.*\\d)(?=.*[a-z])(a|b)$', '^(?=.*[]).*$', '^(?=.*[z-a])'],
    ...['^(?=.*\\d)?.{8,}$', '^(?=.*\\d)*.{8,}$', '^(?=.*\\d){0,1}.{8,}$', '^(?=.*\\d)+.{8,}$'],
    ...[
      '^(a)\\1$',
      '^(?:(a))\\1$',
      `^${'a'.repeat(200)}`,
      '^a?b?c?d?e?f?g?h?i?$',
      '^.*a.*b.*$',
      '^a{10,20}b{10,20}c{10,20}$',
    ],
    `^${'(?=.*\\d)'.repeat(62)}.+\\d$`,
    ...['(?i)[a-z]+', '^.{8,18}+$', '[', '(', '*', '\\', 'a{2,1}', '^(?=.*'],
  ])('%s is no rule', (regEx) => {
    expect(names({ regEx })).toEqual([]);
  });

  it.each([null, undefined, '', 5, true, {}, [], ['^a'], { source: '^a' }])('%j is no pattern', (regEx) => {
    expect(names({ regEx, minLength: 8 })).toEqual(['length 8-1000']);
  });

  it('that cannot be taken apart is held against the password as it is, if that is no longer than 64', () => {
    const letterFirst = { regEx: '^[A-Za-z]\\w{5,}$' };
    expect(broken(letterFirst, 'a12345')).toEqual([]);
    expect(broken(letterFirst, '1abcde')).toEqual(['pattern']);
    expect(broken(letterFirst, '1'.repeat(64))).toEqual(['pattern']);
    expect(broken(letterFirst, '1'.repeat(65))).toEqual([]);
  });

  it('keeps what can be read of it beside what cannot', () => {
    const regEx = '^(?=.*[a-z])(?=.*[A-Z])(?!.*\\s).{8,}$';
    expect(names({ regEx })).toEqual(['lower', 'upper']);
    expect(names({ regEx: '^(?=.*[z-a])(?=.*\\d).*$' })).toEqual(['digit']);
  });
});
