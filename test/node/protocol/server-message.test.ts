import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRefusal } from '../../../src/protocol/refusal.js';
import { NOON } from '../support/fake-device.js';

function messageOf(error_msg: unknown): string | null {
  const text = JSON.stringify({ error_code: 'RISK.0042', error_msg });
  return readRefusal({ status: 400, text, retryAfter: null, now: NOON }).serverMessage;
}

describe('promise S6: the server’s sentence', () => {
  it.each([
    ['登录存在风险，请联系客服', '登录存在风险，请联系客服'],
    ['  Call us.\n', 'Call us.'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['a\u0000b\u0007c\u001b[31md', 'a b c [31md'],
    ['a\r\n\tb', 'a b'],
    ['\u202egnol oot\u202c', 'gnol oot'],
    ['a\u2066\u2069\u200b\u200f\ufeffb', 'a b'],
    ['a\ue000b\ud800c', 'a b c'],
    ['😀 ok', '😀 ok'],
    [`Z${'\u0301'.repeat(3)}al${'\u0489'.repeat(40)}go`, `Z${'\u0301'.repeat(3)}al${'\u0489'.repeat(3)}go`],
    ['14 minutes and 30 seconds', '14 minutes and 30 seconds'],
  ])('promise S6: %j is %j', (text, clean) => {
    expect(messageOf(text)).toBe(clean);
  });

  it.each([undefined, null, '', ' ', '\u202e', 5, {}, ['a'], 'unlocked in {0} minutes and {1} seconds'])(
    'promise S6: %j is none',
    (text) => {
      expect(messageOf(text)).toBeNull();
    },
  );

  it('promise S6: is cut at 300 characters, however long it is, and never within one', () => {
    expect(messageOf('x'.repeat(1024 * 1024))).toBe('x'.repeat(300));
    expect(messageOf('\u202e'.repeat(1024 * 1024))).toBeNull();
    for (const lead of [298, 299, 300]) {
      const message = messageOf('x'.repeat(lead) + '😀'.repeat(600));
      expect(message).toMatch(/^x{298,300}😀?$/u);
    }
  });

  it('promise S6: holds nothing that could disguise the text around it, whatever was sent', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    );
    fc.assert(
      fc.property(any, (text) => {
        const message = messageOf(text) ?? '';
        expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u);
        expect(message.length).toBeLessThanOrEqual(300);
      }),
      { numRuns: 300 },
    );
  });
});
