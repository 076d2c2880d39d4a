import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerText } from '../../../src/protocol/headers.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...Array.from(' \t\r\n\0\x7f\ud800\udc00中ﷺ½a')), maxLength: 600 }),
);

describe('promise D6: a header’s value', () => {
  it('promise D6: is printable ASCII of 1 to 512 characters for any text, and new Headers() takes it as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const value = headerText(text);
        expect(value).toMatch(/^[\x20-\x7e]{1,512}$/);
        expect(new Headers({ 'X-agent': value }).get('X-agent')).toBe(value);
      }),
      { numRuns: 300 },
    );
  });

  it('promise D6: stays as it is when it fits', () => {
    const fitting = fc.stringMatching(/^[\x21-\x7e]([\x20-\x7e]{0,300}[\x21-\x7e])?$/);
    fc.assert(
      fc.property(fitting, (text) => {
        expect(headerText(text)).toBe(text);
      }),
    );
  });

  it.each([
    ['', 'unknown'],
    ['  \r\n ', '?'],
    ['微信', '?'],
    ['MicroMessenger 微信 8', 'MicroMessenger ? 8'],
    ['Ｗｉｎｄｏｗｓ　１１', 'Windows 11'],
    ['a\r\nX-evil: 1', 'a?X-evil: 1'],
    ['x'.repeat(600), 'x'.repeat(512)],
    [`${' '.repeat(600)}x`, 'x'],
    [`${'x'.repeat(511)} y`, 'x'.repeat(511)],
  ])('promise D6: %j', (text, value) => {
    expect(headerText(text)).toBe(value);
  });
});
