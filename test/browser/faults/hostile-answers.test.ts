import { expect } from '@open-wc/testing';
import { readCountries } from '../../../src/protocol/country-codes.ts';
import { readJsonObject } from '../../../src/protocol/json.ts';
import { readLoginAnswer } from '../../../src/protocol/login-answer.ts';
import { readMobile } from '../../../src/protocol/mobile.ts';
import { readPasswordPolicy } from '../../../src/protocol/password-policy.ts';
import { readRefusal } from '../../../src/protocol/refusal.ts';

// How deep, how large and how slow an answer may be is each engine's own affair, hence all three. The answers are as large
// as they can be: 1 MiB.
const MIB = 1024 * 1024;

/** Far above what is needed (100 ms), and far below what it would take; processors of tests have more to do. */
const LIMIT_MS = 1500;

const nested = (depth: number, more = '') => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}${more}}`;

/** What a server may send, and whether it can be read at all. */
const ANSWERS: Readonly<Record<string, readonly [text: string, isRead: boolean]>> = {
  'ten thousand levels': [nested(10_000), true],
  'ten thousand levels of objects': [`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, true],
  'half a million levels with __proto__': [nested(500_000, ',"__proto__":1'), false],
  'half a million levels with an escaped __proto__': [nested(500_000, ',"\\u005f_proto__":1'), false],
  'half a million values with __proto__': [`{"__proto__":1,"a":[${'0,'.repeat(500_000)}0]}`, false],
  'a hundred thousand escapes': [`{"a":"${'\\u4e2d'.repeat(100_000)}"}`, true],
  'a hundred thousand keys, all the same': [`{${'"a":1,'.repeat(100_000)}"a":2}`, true],
  'a text of a mebibyte': [`{"a":"${'x'.repeat(MIB - 8)}"}`, true],
};

/** Patterns that are allowed, or look as if they were, with the most that each can ask of an engine. */
const PATTERNS = [
  `^${'\\d{9999}'.repeat(20)}$`,
  `^${'[a-z\\d]{60000}'.repeat(12)}`,
  '^\\d{4294967295}$',
  '^\\d{99999999999999999999}$',
  '\\d{5,99999999}$',
  '(?:\\d*\\d{0,99999})x',
  `${'(?:'.repeat(40)}x{999}${')'.repeat(40)}`,
  `${'a?'.repeat(8)}a{8}$`,
  '(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)$',
  '(\\d+)+x',
  '^(\\d|\\d\\d)*x$',
  '(?=(\\d+))\\1*x',
];

/** Does something that must not take long, in an engine of unknown mood. */
function inTime<T>(act: () => T): T {
  const start = performance.now();
  const result = act();
  expect(performance.now() - start).to.be.below(LIMIT_MS);
  return result;
}

describe('promise S7: whatever a server sends is read in a moment', function () {
  this.timeout(30_000);

  for (const [name, [text, isRead]] of Object.entries(ANSWERS)) {
    it(`promise S7: ${name}`, () => {
      expect(text.length).to.be.at.most(MIB);
      const read = inTime(() => readJsonObject(text));
      expect(read !== null).to.equal(isRead);
      expect(read === null || Object.getPrototypeOf(read) === Object.prototype).to.equal(true);
    });
  }

  it('promise S6: a sentence of nothing but accents', () => {
    const text = JSON.stringify({ error_code: 'A.1', error_msg: `a${'\u0335'.repeat(200_000)}` });
    const error = inTime(() => readRefusal({ status: 400, text, retryAfter: null, now: 0 }));
    expect(error.serverMessage).to.equal('a\u0335\u0335\u0335');
  });

  it('promise N4: a status of a mebibyte', () => {
    expect(() => inTime(() => readLoginAnswer(`{"status":"${'x '.repeat(500_000)}"}`, 0))).to.throw(
      'bad-response',
    );
  });

  it('promise S7: ten thousand countries, each with a pattern', () => {
    const countries = Array.from({ length: 10_000 }, (_, index) =>
      JSON.stringify({
        areaCode: String(index),
        mobileRegex: PATTERNS[index % 8],
        displayMapping: { en: '<b>' },
      }),
    );
    const read = inTime(() => readCountries(`{"phoneAreaCodeDefinitions":[${countries.join()}]}`));
    expect(read).to.have.length(300);
  });

  for (const pattern of PATTERNS) {
    it(`promise S7: a pattern neither stalls nor throws: ${pattern.slice(0, 50)}`, () => {
      inTime(() => {
        const definition = JSON.stringify({ areaCode: '852', mobileRegex: pattern });
        const [country] = readCountries(`{"phoneAreaCodeDefinitions":[${definition}]}`);
        for (const typed of ['12345678', '1'.repeat(14), '1'.repeat(1e5), '密'.repeat(60)])
          readMobile(typed, '852', country!.mobilePattern);
        for (const regEx of [pattern, `^(?=.*[a-z])${pattern}`])
          for (const { isMet } of readPasswordPolicy({ regEx }))
            for (const typed of ['', 'aA1!', '1'.repeat(64), '1'.repeat(1e5), '密'.repeat(64)]) isMet(typed);
      });
    });
  }
});
