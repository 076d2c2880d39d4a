import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEmail } from '../../../src/protocol/email.js';
import { cpuTime } from '../support/cpu-time.js';

const LOCAL = 'l'.repeat(64);

describe('an e-mail address', () => {
  it.each([
    ...[
      'li@example.com',
      'li.lei+shop@mail.example.co.uk',
      "o'neil@example.com",
      'a@b.c',
      '1@2.3',
      '李雷@例子.中国',
    ],
    ...[
      '"li"@example.com',
      'li_lei-1@xn--fsqu00a.example',
      'LI@EXAMPLE.COM',
      'li..lei@example.com',
      `${LOCAL}@b.c`,
    ],
  ])('may be %s', (text) => {
    expect(readEmail(text)).toBe(text);
  });

  it.each([
    [' li@example.com ', 'li@example.com'],
    ['\tli@example.com\r\n', 'li@example.com'],
    ['\u3000li@example.com\u00a0', 'li@example.com'],
    ['ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'li@example.com'],
    ['li@example。com', 'li@example.com'],
    ['li@mail。example｡com', 'li@mail.example.com'],
    ['\u200bli@exam\u00adple.com\ufeff', 'li@example.com'],
    ['\u202ali@example.com\u202c', 'li@example.com'],
    ['\u2068li@example.com\u2069 ', 'li@example.com'],
    ['e\u0301@example.com', 'é@example.com'],
  ])('%j is read as %s', (typed, email) => {
    expect(readEmail(typed)).toBe(email);
  });

  it.each([
    ...['', ' ', '@', 'li', 'li@', '@example.com', 'li@example', 'li@@example.com', 'li@a@example.com'],
    ...['li lei@example.com', 'li@exam ple.com', 'li@example.com, lei@example.com', 'li\n@example.com'],
    ...[
      'li@.example.com',
      'li@example..com',
      'li@example.com.',
      'li@.',
      'li@.com',
      '13912345678',
      '\u200b@\u200b.\u200b',
    ],
    ...['li @example.com', 'li@ example.com', 'Li Lei <li@example.com>', 'mailto: li@example.com'],
  ])('is not %j', (text) => {
    expect(readEmail(text)).toBeNull();
  });

  it('has 254 characters at most, counted when it has been read', () => {
    const ofLength = (length: number) => `${LOCAL}@${'b'.repeat(length - 67)}.c`;
    expect(readEmail(ofLength(254))).toBe(ofLength(254));
    expect(readEmail(`  ${ofLength(254)}  `)).toBe(ofLength(254));
    expect(readEmail(ofLength(255))).toBeNull();
    expect(readEmail(ofLength(600))).toBeNull();
    // What NFKC makes eighteen characters of.
    expect(readEmail(`${'\ufdfa'.repeat(20)}@example.com`)).toBeNull();
  });

  it.each([
    ['marks on one letter', `e${'\u0315\u0300'.repeat(200_000)}@example.com`],
    ['dots', `li@${'a.'.repeat(500_000)}`],
    ['at signs', '@'.repeat(1_000_000)],
    ['blanks', `${' '.repeat(1_000_000)}li@example.com`],
    ['letters', 'a'.repeat(1_000_000)],
    ['invisible marks', '\u200b'.repeat(1_000_000)],
  ])('is read at once, also where a megabyte of %s was pasted', (_, text) => {
    expect(cpuTime(() => readEmail(text))).toBeLessThan(100);
  });

  it('is null, or what the server takes for one, and is read the same when it is read again', () => {
    const character = fc.constantFrom(...Array.from('ab.@。＠ \t\u200b\ufeff\u3000密é\u0301😀'));
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 16 }), (typed) => {
        const email = readEmail(typed);
        if (email === null) return;
        expect(email).toMatch(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);
        expect(email).not.toMatch(/[\p{Cf}\p{Cc}]/u);
        expect(readEmail(email)).toBe(email);
      }),
      { numRuns: 4000 },
    );
  });
});
