const MAX_LENGTH = 200;
const MAX_CHOICES = 8;
const MAX_WIDE = 2;

/**
 * Makes a regular expression of a server's text, if matching it can be slow under no input: a hostile one could freeze
 * the page while somebody types. So nothing that looks around or back, no group that repeats, few choices in all, and
 * of those that go any length (`.*`, `\d{6,14}`) two, since each multiplies the time by the length of the text. The
 * vendor's own `^(\+86){0,1}\-?1\d{10}$` is well within that. The text that is matched has to be short all the same.
 *
 * @returns `null` for everything else, and for what is no regular expression.
 */
export function safePattern(source: string | null): RegExp | null {
  if (!source || source.length > MAX_LENGTH || isForeign(source) || /\\[1-9k]|\(\?[^:]/.test(source))
    return null;
  const bare = source.replace(/\\./g, 'x').replaceAll('(?:', '(');
  const repeatedGroup = /\)(?:[*+]|\{(?!0,1\}|1\}))/.test(bare);
  const choices = bare.match(/[*+?|]|\{\d*,\d*\}/g) ?? [];
  const wide = choices.filter((each) => !['?', '|', '{0,1}'].includes(each));
  if (repeatedGroup || choices.length > MAX_CHOICES || wide.length > MAX_WIDE) return null;
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}

/**
 * True for a pattern that means something else where the server runs (Java) than it does here, without being an error:
 * `\p{Punct}`, `\A`, `\x{41}`, `[]abc]`, `[a-z&&[^l]]` …
 */
export function isForeign(source: string): boolean {
  return /\\(?:[pPAzZGQEhHRXae]|x\{|0)|&&|(?:^|[^\\])\[\^?\]|\[(?:[^\]\\]|\\.)*\[/.test(source);
}
