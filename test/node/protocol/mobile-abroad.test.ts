import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '../../../demo/server/countries.js';
import { readMobile } from '../../../src/protocol/mobile.js';
import { cpuTime } from '../support/cpu-time.js';

const areaCode = fc.stringMatching(/^[1-9]\d{0,3}$/).filter((code) => code !== '86');

describe('promise O4: a mobile number of another country', () => {
  it('promise O4: has six to fourteen digits where no rule is known', () => {
    fc.assert(
      fc.property(areaCode, fc.stringMatching(/^\d{1,20}$/), (code, number) => {
        const isOne = number.length >= 6 && number.length <= 14;
        expect(readMobile(number, code)).toBe(isOne ? `+${code}-${number}` : null);
      }),
    );
  });

  it('promise O4: may be written with its own calling code, and with what people put between digits', () => {
    for (const typed of [
      '91234567',
      '+852 9123 4567',
      '+852-91234567',
      '（＋８５２）９１２３４５６７'.slice(1),
    ])
      expect(readMobile(typed.replace('）', ''), '852'), typed).toBe('+852-91234567');
  });

  it('promise O4: does not pass under another country’s calling code', () => {
    expect(readMobile('+8613912345678', '852')).toBeNull();
    expect(readMobile('+1 2025550123', '44')).toBeNull();
  });

  it.each(COUNTRIES.filter(({ areaCode }) => areaCode !== '86'))(
    'promise O4: follows the rule that the server told for $countryCode',
    ({ areaCode, mobileRegex }) => {
      const rule = new RegExp(mobileRegex);
      const number = fc.oneof(fc.stringMatching(/^\d{4,16}$/), fc.stringMatching(/^[4-9]0?\d{7,9}$/));
      fc.assert(
        fc.property(number, (typed) => {
          const isOne = /^\d{6,14}$/.test(typed) && (rule.test(typed) || rule.test(`+${areaCode}-${typed}`));
          expect(readMobile(typed, areaCode, rule)).toBe(isOne ? `+${areaCode}-${typed}` : null);
        }),
      );
    },
  );

  it.each([
    ['(852 only)', /^\+852-\d{8}$/],
    ['bare numbers', /^\d{8}$/],
  ])('promise O4: takes a rule that is written for %s', (_, rule) => {
    expect(readMobile('91234567', '852', rule)).toBe('+852-91234567');
    expect(readMobile('9123456', '852', rule)).toBeNull();
  });

  it('promise O4: a rule never sees anything but a few digits, so that a slow one hangs nothing', () => {
    const seen: string[] = [];
    const rule = { test: (text: string) => (seen.push(text), false) } as unknown as RegExp;
    readMobile('9'.repeat(100_000), '852', rule);
    readMobile('9999999x', '852', rule);
    expect(seen).toEqual([]);
    readMobile('91234567', '852', rule);
    expect(seen).toEqual(['+852-91234567', '91234567']);

    const time = cpuTime(() => {
      expect(readMobile('9'.repeat(14), '852', /^(\d+)+x$/)).toBeNull();
    });
    expect(time).toBeLessThan(1000);
  });

  it('promise O4: comes out in the one form that the API knows, whatever goes in', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...Array.from('+0123456789 -８５２\u200b')), maxLength: 20 }),
    );
    fc.assert(
      fc.property(areaCode, typed, (code, text) => {
        const mobile = readMobile(text, code);
        if (mobile !== null) expect(mobile).toMatch(/^\+\d+-\d+$/);
      }),
      { numRuns: 300 },
    );
  });
});
