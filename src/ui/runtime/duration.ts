/**
 * A time in words, with the plural and the digits of a language.
 *
 * @param seconds Whole ones; two minutes and more are told in minutes, rounded up.
 * @param lang A BCP 47 tag.
 */
export function duration(seconds: number, lang: string, unitDisplay: 'short' | 'long'): string {
  const inMinutes = seconds > 119;
  const unit = inMinutes ? 'minute' : 'second';
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay }).format(
    inMinutes ? Math.ceil(seconds / 60) : seconds,
  );
}
