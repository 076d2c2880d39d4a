import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { ar } from '../../../src/locales/ar.ts';
import type { LoginBox } from './login-box.ts';

/** The import above puts it there. */
declare const axe: typeof Axe;

/** What axe is asked for: every rule of WCAG 2.2 A and AA, and what is good besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Both built-in languages, and one that is written from right to left. */
const LANGS = ['en', 'zh-CN', 'ar'];

/** The colour schemes, each with a page of that colour. */
export const SCHEMES = [
  { colorScheme: 'light', background: '#fff' },
  { colorScheme: 'dark', background: '#111' },
] as const;

/** What the boxes of these tests have in `languages`. */
export const LANGUAGES = [ar];

/** What axe finds in a box as it stands, one line each. */
export async function complaints({ element }: { readonly element: HTMLElement }): Promise<string[]> {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    runOnly: { type: 'tag', values: TAGS },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/**
 * What axe finds in a box in each language and in both colour schemes. Both are switched while the box stands as it
 * does, which costs less than to come there six times. The puzzle keeps the language in which it was opened.
 */
export async function complaintsEverywhere({ element, dialog }: LoginBox): Promise<string[]> {
  const { lang } = element;
  const found: string[] = [];
  for (const each of dialog ? [lang] : LANGS) {
    element.lang = each;
    await element.updateComplete;
    for (const scheme of SCHEMES) {
      Object.assign(document.documentElement.style, scheme);
      const here = await complaints({ element });
      found.push(...here.map((complaint) => `${each}, ${scheme.colorScheme}: ${complaint}`));
    }
  }
  document.documentElement.removeAttribute('style');
  element.lang = lang;
  await element.updateComplete;
  return found;
}

/** Least width and height of what is pressed, in CSS pixels (WCAG 2.5.8). */
const LEAST = 24;

/** What can be pressed and is smaller than it may be; links within a line of text are left out, as WCAG does. */
export function smallTargets({ root }: Pick<LoginBox, 'root'>): string[] {
  const targets = root.querySelectorAll<HTMLElement>(
    'button, input:not([type=hidden]), select, [role=slider]',
  );
  return [...targets].flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    const isSmall = width < LEAST || height < LEAST;
    return isSmall ? [`${target.id || target.textContent.trim()}: ${String(width)} × ${String(height)}`] : [];
  });
}
