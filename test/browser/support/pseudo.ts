import type { LanguagePack } from '../../../src/locales/language-pack.ts';
import { english } from '../../support/packs.ts';
import type { LoginBox } from './login-box.ts';

const ACCENTED = new Map(
  Object.entries({ a: 'å', c: 'ç', e: 'é', g: 'ğ', h: 'ĥ', i: 'ï', l: 'ļ', n: 'ñ', o: 'ö', s: 'š', u: 'ü' }),
);

/** English as a language of its own: each text in brackets, its letters changed, two fifths longer. */
export async function pseudoPack(): Promise<LanguagePack> {
  return { ...(translate(await english()) as LanguagePack), lang: 'qps-ploc' };
}

function translate(texts: object): object {
  const entries = Object.entries(texts).map(([name, text]: [string, unknown]) => [
    name,
    typeof text === 'string' ? bracketed(text) : translate(text as object),
  ]);
  return Object.fromEntries(entries) as object;
}

function bracketed(text: string): string {
  const [before = ''] = /^ */.exec(text) ?? [];
  const letters = text.replace(/\{\w+\}|[a-z]/g, (found) => ACCENTED.get(found) ?? found);
  return `${before}⟦${letters.trim()} ${'·'.repeat(Math.ceil(text.length * 0.4))}⟧`;
}

/** What a person may see or hear of a text that is in no brackets and has letters. */
function escaped(text: string): string[] {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return /[\p{L}⟦⟧]/u.test(rest) ? [rest.trim().replace(/\s+/g, ' ')] : [];
}

const ATTRIBUTES = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
];

/** Every text of a box, on the screen or for a screen reader, that has escaped the pseudo-language. */
export function escapees(root: ShadowRoot): string[] {
  const found: string[] = [];
  for (const area of root.querySelectorAll('.box, dialog')) {
    found.push(...escaped(area.textContent));
    for (const element of [area, ...area.querySelectorAll('*')])
      for (const name of ATTRIBUTES) found.push(...escaped(element.getAttribute(name) ?? ''));
  }
  return found;
}

/** What was announced and had escaped; `heard` is as `listen` writes it. */
export function announcedEscapees(heard: readonly string[]): string[] {
  return heard.flatMap((each) => escaped(each.replace(/^\w+: /, '')));
}

/** Has a box speak a further language. */
export async function speak({ element }: Pick<LoginBox, 'element'>, pack: LanguagePack): Promise<void> {
  element.languages = [pack];
  element.lang = pack.lang;
  await element.updateComplete;
}
