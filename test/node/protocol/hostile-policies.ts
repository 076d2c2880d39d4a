import { readPasswordPolicy } from '../../../src/protocol/password-policy.js';
import { cpuTime } from '../support/cpu-time.js';

/** What reading a policy, and holding every password against it, may take of the processor. */
export const LIMIT_MS = 100;

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
export function tryAll(
  data: Readonly<Record<string, unknown>>,
  passwords: readonly string[] = PASSWORDS,
): number {
  return cpuTime(() => {
    for (const { isMet } of readPasswordPolicy(data))
      for (const password of passwords)
        if (typeof isMet(password) !== 'boolean') throw new TypeError('neither met nor broken');
  });
}

/** Patterns that take for ever where they are run as they are. */
export const SLOW = [
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

/** Patterns that are none, or none everywhere. */
export const BROKEN = [
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

/** Patterns of many times the same. */
export const LONG = [
  ...['a', '.*', '(a+)+', '(?=.*[a-z])', '(?=.*\\d)', '[', '(', '(?:', '\\', 'a|', '[a-z]?', '\\1'],
  ...['(?=.*[\\]])', '(?=.*[a-z', '{1,2}', '^', '密'],
].flatMap((piece) =>
  [499, 500, 10_000].flatMap((length) =>
    [piece, `^${piece}`].map((each) => each.repeat(length).slice(0, length)),
  ),
);
