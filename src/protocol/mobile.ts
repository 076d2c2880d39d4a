import { plainText } from './plain-text.js';

const MAX_TYPED = 100;

/**
 * Reads a mobile number as a person types or pastes it, and gives it the form that the API wants:
 * the bare eleven digits for China, `+852-91234567` for everywhere else (API, section 3).
 *
 * @param typed What stands in the field.
 * @param areaCode Calling code without a plus sign, e.g. `86`.
 * @param pattern The country's own rule for `+852-91234567`, where `/country-codes` gave one.
 * @returns `null` when it cannot be a mobile number.
 */
export function readMobile(typed: string, areaCode: string, pattern: RegExp | null = null): string | null {
  // \p{Cf} are the invisible marks that come along from address books.
  const compact = plainText(typed, MAX_TYPED).replace(/[\s\p{Pd}\p{Cf}]/gu, '');
  if (areaCode === '86') return /^(?:\+?86)?(1\d{10})$/.exec(compact)?.[1] ?? null;

  const number = compact.startsWith(`+${areaCode}`) ? compact.slice(areaCode.length + 1) : compact;
  // Checked before the country's rule, so that a slow rule never meets more than fourteen digits.
  if (!/^\d{6,14}$/.test(number)) return null;
  const wire = `+${areaCode}-${number}`;
  return !pattern || pattern.test(wire) || pattern.test(number) ? wire : null;
}
