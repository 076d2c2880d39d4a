const MAX_LENGTH = 200;
const MAX_CHOICES = 8;

/**
 * Makes a regular expression of a server's text, if matching it can be slow under no input: a hostile one could freeze
 * the page while somebody types. So nothing that looks around or back, no group that repeats, and few choices in all;
 * the vendor's own `^(\+86){0,1}\-?1\d{10}$` is well within that.
 *
 * @returns `null` for everything else, and for what is no regular expression.
 */
export function safePattern(source: string | null): RegExp | null {
  if (!source || source.length > MAX_LENGTH || /\\[1-9k]|\(\?[^:]/.test(source)) return null;
  const bare = source.replace(/\\./g, 'x').replaceAll('(?:', '(');
  const repeatedGroup = /\)(?:[*+]|\{(?!0,1\}|1\}))/.test(bare);
  const choices = bare.match(/[*+?|]|\{\d*,\d*\}/g)?.length ?? 0;
  if (repeatedGroup || choices > MAX_CHOICES) return null;
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}
