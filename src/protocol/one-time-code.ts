import { plainText } from './plain-text.js';

// More than any text message has.
const MAX_MESSAGE = 1000;

/**
 * Finds the code in whatever was typed, pasted or filled in: `" 123 456 "`, `"123-456"`, full-width or Arabic digits
 * or the whole message (`"您的验证码是123 456"`). Codes have four to eight digits; which, no document says.
 *
 * @returns The digits; `""` when there are none.
 */
export function readCode(text: string): string {
  const plain = plainText(text, MAX_MESSAGE);
  const digits = plain.replace(/\D/g, '');
  if (/^[\d\s\p{Pd}\p{Cf}]*$/u.test(plain)) return digits;
  // In a whole message other numbers may stand beside the code: the shop's name, the minutes it lives.
  // 号码 is "number" and stands before those; "pin" is in "shopping".
  const afterWord =
    /(?:(?:^|[^号號])[码碼]|code|\b(?:otp|pin)\b)\D{0,20}?(\d{3}[\s\p{Pd}]\d{3}|\d{4,8})(?!\d)/iu.exec(
      plain,
    )?.[1];
  // Not a lookbehind: Safari before 16.4 refuses the whole module that holds one.
  return afterWord?.replace(/\D/g, '') ?? /(?:^|\D)(\d{4,8})(?!\d)/.exec(plain)?.[1] ?? digits;
}
