import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMobile } from '../../../src/protocol/mobile.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const chinese = digits(10).map((rest) => `1${rest}`);

/** What people, address books and other pages put between digits. */
const separator = fc.constantFrom(
  ...['', '', ' ', '-', '\u00a0', '\u3000', '\t', '\u2011', '\u2013', '\uff0d'],
  ...['\u200b', '\u200e', '\u202a', '\u202c', '\u2060', '\u2066', '\ufeff', '\u00ad'],
);
const prefix = fc.constantFrom('', '+86', '86', '\uff0b86', '+\uff18\uff16', '\u202d+86');

/** How far the digits of some keyboards are from those of ASCII: full-width, Arabic, Persian. */
const keyboard = fc.constantFrom(0, 0xfee0, 0x630, 0x6c0);

function moved(digit: string, by: number): string {
  return String.fromCharCode(digit.charCodeAt(0) + by);
}

const written = fc
  .record({
    number: chinese,
    prefix,
    between: fc.array(separator, { minLength: 13, maxLength: 13 }),
    keyboards: fc.array(keyboard, { minLength: 11, maxLength: 11 }),
  })
  .map(({ number, prefix, between, keyboards }) => ({
    number,
    typed:
      between[11]! +
      prefix +
      Array.from(number, (digit, i) => between[i]! + moved(digit, keyboards[i]!)).join('') +
      between[12]!,
  }));

describe('promise O4: a mobile number of China', () => {
  it('promise O4: comes to the same, whichever way it is written', () => {
    fc.assert(
      fc.property(written, ({ number, typed }) => {
        expect(readMobile(typed, '86')).toBe(number);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['12345678901', '+86-152 0165-7124', ' 139 1234 5678 ', '１３９１２３４５６７８', '8613912345678'])(
    'promise O4: %s is one',
    (typed) => {
      expect(readMobile(typed, '86')).toMatch(/^1\d{10}$/);
    },
  );

  it.each([
    ...['', ' ', '1', '1391234567', '139123456789', '23912345678', '03912345678', '+8513912345678'],
    ...['+861391234567', '86861391234567', '+86 +86 13912345678', '+13912345678', 'a13912345678'],
    ...['13912345678a', '１３９１２３４５６７', '139.1234.5678', '13912345678,13912345679', '१३९१२३४५६७८'],
    ...['1e10', '-13912345678.0', '0x13912345678', '13912345678;', '<b>13912345678</b>'],
  ])('promise O4: %j is none', (typed) => {
    expect(readMobile(typed, '86')).toBeNull();
  });

  it('promise O4: of a text as long as no number is, the beginning is read', () => {
    expect(readMobile(`${' '.repeat(80)}13912345678`, '86')).toBe('13912345678');
    expect(readMobile(`${' '.repeat(100)}13912345678`, '86')).toBeNull();
  });

  it('promise O4: nothing but eleven digits ever comes out, whatever goes in', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...Array.from('+0123456789 -１８６\u200b')), maxLength: 20 }),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const mobile = readMobile(typed, '86');
        if (mobile === null) return;
        expect(mobile).toMatch(/^1\d{10}$/);
        const ascii = typed.normalize('NFKC').replace(/\D/g, '');
        expect([mobile, `86${mobile}`]).toContain(ascii);
      }),
      { numRuns: 300 },
    );
  });
});
