import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonObject } from '../../../src/protocol/json.js';
import { readPasswordPolicy } from '../../../src/protocol/password-policy.js';
import { cpuTime } from '../support/cpu-time.js';

const LIMIT_MS = 100;

/** What makes a slow pattern slow: nearly a match, for as long as possible, and much longer than anybody types. */
const PASSWORDS = [
  ...['', 'a', '!', '密码😀', '\ud800', '\n', 'Ab1!'.repeat(5), 'x'.repeat(100_000)],
  ...[10, 20, 30, 64, 65, 100, 1000, 100_000].flatMap((length) => [
    'a'.repeat(length),
    `${'a'.repeat(length)}!`,
    `${'ab'.repeat(length / 2)}\n`,
    '0'.repeat(length),
  ]),
];

/** Holds every password against every rule; gives the processor's time. */
function tryAll(data: Readonly<Record<string, unknown>>, passwords: readonly string[] = PASSWORDS): number {
  return cpuTime(() => {
    for (const { isMet } of readPasswordPolicy(data))
      for (const password of passwords)
        if (typeof isMet(password) !== 'boolean') throw new TypeError('neither met nor broken');
  });
}

const SLOW = [
  ...[
    '^(a+)+$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '(?=.*(a|a)*b)',
    '^(?=.*(a|a)*b).*$',
    '^([a-zA-Z]+)*$',
    '(.*a){20}',
  ],
  ...[
    '^(a*)*b',
    '(a+){10}',
    '(a?){50}a{50}',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(x+x+)+y',
    '^(?:a+)+$',
    '(?:a*)*$',
  ],
  ...['.*.*.*.*.*.*.*.*x', '^.*.*.*.*.*.*.*.*x$', '^a*a*a*a*a*a*a*a*b', '.+.+.+.+.+.+x', '.*?.*?.*?.*?x'],
  ...['a{0,1000}a{0,1000}a{0,1000}a{0,1000}b', '^\\w{1,}\\w{1,}\\w{1,}\\w{1,}\\w{1,}-', '.*.*(.*.*)x'],
  ...[
    '(.*)(.*)a?a?a?a?a?a?x',
    '.*.*(a?)(a?)(a?)(a?)(a?)(a?)x',
    '.*.*(a|b|c|d|e|f|a)x',
    `${'a?'.repeat(30)}x`,
  ],
  ...[
    '(a)\\1',
    '^(a+)\\1+$',
    '(?<n>a+)\\k<n>',
    '(?<=a+)b',
    '(?<!a+)b',
    '(?<=(a+)+)b',
    '^(?=(a+)+$)',
    '(?!(a+)+$)',
  ],
  ...[
    '^(?=.*[a-z])(a+)+$',
    '^(?=.*\\d)(?=.*(a+)+$).*$',
    '[)]+(a+)+$',
    '(a+\\))+$',
    '((a+)){1,}$',
    '(a+){01,}$',
  ],
];

const BROKEN = [
  ...[
    '[',
    '(',
    ')',
    '*',
    '+',
    '?',
    '\\',
    '{',
    '(?',
    '(?<',
    '(?<n',
    '[z-a]',
    'a{2,1}',
    '^(?=',
    '^(?=.*',
    '^(?=.*[)',
  ],
  ...[
    '^(?=.*[)])(',
    '(?i)a',
    'a++',
    '\\u{110000}',
    '\\p{L}',
    '\\c',
    '\u0000',
    '\ud800',
    '^\u2028$',
    '/a/g',
    '$^',
  ],
  ...[
    '[\\',
    '^(?=.*[\\])',
    '^(?=.*[^])',
    '^(?=.*[])',
    '.{99999999999}',
    'a{50000}b{0,50000}',
    '.{0,4294967296}',
  ],
];

const LONG = [
  ...['a', '.*', '(a+)+', '(?=.*[a-z])', '(?=.*\\d)', '[', '(', '(?:', '\\', 'a|', '[a-z]?', '\\1'],
  ...['(?=.*[\\]])', '(?=.*[a-z', '{1,2}', '^', '密'],
].flatMap((piece) =>
  [499, 500, 10_000].flatMap((length) =>
    [piece, `^${piece}`].map((each) => each.repeat(length).slice(0, length)),
  ),
);

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
