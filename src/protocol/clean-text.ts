const MAX_LENGTH = 300;

/**
 * A text of the server's, fit to be shown: without the control and direction characters that could disguise the text
 * around it, without towers of accents that would cover it, and no longer than a few lines.
 *
 * @returns `null` when nothing is left.
 */
export function cleanText(text: string | null): string | null {
  const clean = text
    ?.slice(0, MAX_LENGTH * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
  // The cut may have left half of an emoji.
  return clean ? clean.slice(0, MAX_LENGTH).replace(/\p{Cs}/u, '') : null;
}
