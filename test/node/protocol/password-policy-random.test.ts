import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPasswordPolicy } from '../../../src/protocol/password-policy.js';
import { LIMIT_MS, tryAll } from './hostile-policies.js';

const piece = fc.constantFrom(
  ...[
    '^',
    '$',
    '.*',
    '.+',
    'a',
    '[a-z]',
    '\\d',
    '\\W',
    '(',
    ')',
    '(?:',
    '(?=',
    '(?!',
    '(?=.*',
    '(?=.*[a-z])',
  ],
  ...[
    '|',
    '*',
    '+',
    '?',
    '{2,}',
    '{0,1}',
    '{8,18}',
    '{3}',
    '[',
    ']',
    '\\',
    '\\1',
    '密',
    '(?=.*\\d)',
    '(?=.*[A-Z])',
  ],
);
const pattern = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
/** Of a policy's own form, so that many can be read. */
const likely = fc
  .tuple(fc.constantFrom('^', '^(?=.*\\d)', '^(?=.*[a-z])(?=.*[A-Z])'), pattern)
  .map((two) => two.join(''));
const typed = fc.array(fc.string({ unit: fc.constantFrom(...Array.from('aAbz09!密\n ')), maxLength: 12 }), {
  maxLength: 12,
});

/** The server may know more of patterns than a browser. */
function readable(source: string): RegExp | null {
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}

describe('whatever the policy', () => {
  it('its rules neither throw nor are slow', () => {
    const field = fc.oneof(pattern, likely, fc.string({ unit: 'binary' }), fc.jsonValue(), fc.nat(2000));
    const policy = fc.record({ minLength: field, maxLength: field, regEx: field }, { requiredKeys: [] });
    const worst = ['a'.repeat(64), `${'a'.repeat(63)}!`, 'a'.repeat(100_000)];
    fc.assert(
      fc.property(policy, typed, (data, passwords) => {
        expect(tryAll(data, [...passwords, ...worst])).toBeLessThan(LIMIT_MS);
      }),
      { numRuns: 800 },
    );
  });

  it('no rule refuses what the policy itself would take', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(pattern, likely), typed, (regEx, passwords) => {
        const rules = readPasswordPolicy({ regEx });
        if (!rules.length) return;
        read += 1;
        const whole = readable(regEx);
        for (const password of passwords)
          if (whole?.test(password)) expect(rules.filter(({ isMet }) => !isMet(password))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(200);
  });
});
