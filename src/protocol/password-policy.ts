import { type JsonObject, readNumber, readString } from './json.js';
import { isForeign, safePattern } from './safe-pattern.js';

/** What a rule is about; each language has a text for each. */
export type PasswordRuleName = 'length' | 'lower' | 'upper' | 'digit' | 'letter' | 'special' | 'pattern';

/** One thing that a new password has to be. */
export interface PasswordRule {
  readonly name: PasswordRuleName;
  /** For `length`, in characters. */
  readonly min?: number;
  readonly max?: number;
  isMet(password: string): boolean;
}

/** `(?=.*[a-z])`: something of this kind somewhere. Its class is one of characters, so looking for it is fast. */
const SOMEWHERE = /^\(\?=\.\*(\[(?:[^\]\\]|\\.)+\]|\\[dDwWsS])\)(?![*+?{])/;

const SPECIAL = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const LONGEST_PATTERN = 500;
const MAX_LENGTH = 1000;
/** Longer passwords are not held against a whole pattern: the time that takes grows faster than they do. */
const LONGEST_TESTED = 64;

/**
 * Reads a password policy (`data` of `PASSWORD_WARN` and `PASSWORD_EXPIRED`; API, section 2) as rules that can be shown
 * one by one. What cannot be read, or might be slow to match, is left out: the server has the last word anyway.
 */
export function readPasswordPolicy(data: JsonObject): readonly PasswordRule[] {
  return [...lengthRule(data), ...patternRules(readString(data, 'regEx') ?? '')];
}

function lengthRule(data: JsonObject): PasswordRule[] {
  const min = readLength(data, 'minLength', 0);
  const max = readLength(data, 'maxLength', MAX_LENGTH);
  if (min > max || (min === 0 && max === MAX_LENGTH)) return [];
  return [{ name: 'length', min, max, isMet: ({ length }) => length >= min && length <= max }];
}

function readLength(data: JsonObject, name: string, fallback: number): number {
  const value = readNumber(data, name);
  return value !== null && Number.isInteger(value) && value >= 0 && value <= MAX_LENGTH ? value : fallback;
}

/** Takes a pattern apart: `^(?=.*[a-z])(?=.*\d).{8,18}$` asks for three things. */
function patternRules(source: string): PasswordRule[] {
  if (isForeign(source)) return [];
  if (source.length > LONGEST_PATTERN || !source.startsWith('^')) return whole(source);
  const rules: PasswordRule[] = [];
  let rest = source.slice(1);
  for (let found = SOMEWHERE.exec(rest); found; found = SOMEWHERE.exec(rest)) {
    const [part, kind = ''] = found;
    rules.push(...somewhere(kind));
    rest = rest.slice(part.length);
  }
  // `^(?=.*\d).{8}|.{20}$` does not ask for a digit in each case.
  if (rules.length && /\|/.test(rest.replace(/\\.|\[(?:[^\]\\]|\\.)*\]/g, ''))) return [];
  // How long it may be, `length` says already.
  const isLengthOnly = /^(\.|\[\\[sS]\\[sS]\])(\*|\+|\{\d+,\d*\})\$?$/.test(rest);
  return rest === '' || isLengthOnly ? rules : [...rules, ...whole(`^${rest}`)];
}

function somewhere(kind: string): PasswordRule[] {
  try {
    const pattern = new RegExp(kind);
    return [{ name: nameOf(pattern), isMet: (password) => pattern.test(password) }];
  } catch {
    return [];
  }
}

function nameOf(pattern: RegExp): PasswordRuleName {
  const found = ['az', 'AZ', '09', SPECIAL].map((samples) => pattern.test(samples));
  const [lower, upper, digit] = found;
  const kinds = found.filter(Boolean).length;
  if (kinds === 2 && lower && upper) return 'letter';
  if (kinds !== 1) return 'pattern';
  return lower ? 'lower' : upper ? 'upper' : digit ? 'digit' : 'special';
}

function whole(source: string): PasswordRule[] {
  const pattern = safePattern(source);
  if (!pattern) return [];
  return [
    {
      name: 'pattern',
      isMet: (password) => password.length > LONGEST_TESTED || pattern.test(password),
    },
  ];
}
