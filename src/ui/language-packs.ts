import type { LanguagePack } from '../locales/language-pack.js';

/**
 * The pack for a language, if the page has given one: of this very tag, else of the same primary language.
 * Traditional Chinese is a language of its own; where there is none, Chinese is that which is built in.
 *
 * @param language A BCP 47 tag.
 */
export function packFor(
  language: string,
  packs: readonly LanguagePack[] | null | undefined,
): LanguagePack | undefined {
  const wanted = language.toLowerCase();
  return (
    packs?.find(({ lang }) => lang.toLowerCase() === wanted) ??
    packs?.find(({ lang }) => familyOf(lang) === familyOf(wanted))
  );
}

/** What the tags of languages have in common that can stand in for one another. */
function familyOf(tag: string): string | undefined {
  return /^zh-(hant|tw|hk|mo)\b/i.test(tag) ? 'zh-tw' : tag.toLowerCase().split('-')[0];
}
