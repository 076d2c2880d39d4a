/**
 * Gives typed or pasted text the characters that a server expects: ASCII in place of full-width letters and digits, and of
 * the digits of Arabic and Persian keyboards, which NFKC leaves as they are.
 *
 * @param maxLength What is beyond is cut off: normalising takes a time that grows with the square of the length.
 */
export function plainText(text: string, maxLength: number): string {
  return text
    .slice(0, maxLength)
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}
