/**
 * A time in words, with the plural and the digits of a language.
 *
 * @param seconds Whole ones; two minutes and more are told in minutes, rounded up.
 * @param lang A BCP 47 tag.
 */
export function duration(seconds: number, lang: string, unitDisplay: 'short' | 'long'): string {
  const [unit, size] = seconds < 120 ? ['second', 1] : ['minute', 60];
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay }).format(Math.ceil(seconds / size));
}
