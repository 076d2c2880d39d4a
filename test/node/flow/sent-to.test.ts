import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeStep } from '../../../src/flow/code-step.js';

/** How a step shows the number that its code goes to. */
function shown(mobile: string): string {
  const { sentTo = 'nothing' } = codeStep({
    screen: { name: 'mfa', fields: ['code'] },
    mobile,
    type: 'OTP_REST_SMS',
    purpose: 'mfa',
    send: () => Promise.reject(new Error('unused')),
  });
  return sentTo;
}

const digits = (text: string) => text.replace(/\D/g, '');

describe('promise S6: the number that a code goes to', () => {
  it.each([
    ['13800138000', '138****8000'],
    ['13912345678', '139****5678'],
    ['+852-91234567', '****4567'],
    ['+65-8123456', '****3456'],
    ['+44-13800138000', '****8000'],
    ['+44-7123456789', '****6789'],
    ['+86-123456', '****3456'],
    ['123456', '****456'],
    ['12345', '****45'],
    ['123', '****3'],
    ['12', '****2'],
    ['1', '****'],
    ['unknown', '****'],
    ['１３８００１３８０００', '****'],
  ])('promise S6: %s is shown as %s', (mobile, disguised) => {
    expect(shown(mobile)).toBe(disguised);
  });

  it.each(['20255501234', '138001380001', '+1-2025550123', '1380013800', '+86 138 0013 8000', '1380****006'])(
    'promise S6: %s, which is no number of China’s as the server writes it, by half at most',
    (mobile) => {
      expect(digits(shown(mobile)).length * 2).toBeLessThanOrEqual(digits(mobile).length);
    },
  );

  it('promise S6: any other text shows its last digits, and half of them at most', () => {
    const number = fc.stringMatching(/^\+?[0-9 ()-]{1,20}$/).filter((text) => !/^1\d{10}$/.test(text));
    fc.assert(
      fc.property(number, (mobile) => {
        const seen = digits(shown(mobile));
        expect(seen.length * 2).toBeLessThanOrEqual(digits(mobile).length);
        expect(digits(mobile).endsWith(seen)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
