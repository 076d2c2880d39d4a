/**
 * A time in words, with the plural and the digits of a language.
 *
 * @param seconds Whole ones; two minutes and more are told in minutes, rounded up.
 * @param lang A BCP 47 tag; what is none, in a pack or among the texts of a page, gets the browser's own words.
 */
export function duration(seconds: number, lang: string, unitDisplay: 'short' | 'long'): string {
  const inMinutes = seconds > 119;
  const unit = inMinutes ? 'minute' : 'second';
  const write = (tag?: string) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay }).format(
      inMinutes ? Math.ceil(seconds / 60) : seconds,
    );
  try {
    return write(lang);
  } catch {
    return write();
  }
}
