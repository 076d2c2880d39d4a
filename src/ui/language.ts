import { enForm } from '../locales/en-form.js';
import type { FormMessages, MessageOverrides } from '../locales/messages.js';
import type { LoginMethod, MethodTexts } from '../methods/method.js';
import { zhCnForm } from '../locales/zh-cn-form.js';

/**
 * The language that the widget speaks: its own `lang`, else that of the nearest ancestor that has one,
 * out through every shadow root, else the browser's.
 */
export function languageOf(element: HTMLElement): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? hostOf(node)) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return navigator.language || 'en';
}

function hostOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : null;
}

/** The form's texts in a language, with the page's own in place of ours. */
export function formMessages(language: string, overrides: MessageOverrides = {}): FormMessages {
  const own = /^zh\b/i.test(language) ? zhCnForm : enForm;
  return override(own, overrides);
}

/** A method's texts in the language of the form. */
export function methodTexts(
  { id, texts }: LoginMethod,
  { lang }: FormMessages,
  overrides: MessageOverrides = {},
): MethodTexts {
  const given = overrides.methods && Object.hasOwn(overrides.methods, id) ? overrides.methods[id] : null;
  return override(texts[/^zh\b/i.test(lang) ? 'zh-CN' : 'en'], given);
}

/** Texts with the page's own in place of ours, at any depth; what is no text, such as `undefined`, replaces nothing. */
export function override<T extends object>(own: T, given: object | null | undefined): T {
  const texts = Object.entries(given ?? {}).map(([name, text]: [string, unknown]) => {
    const mine = (own as Readonly<Record<string, unknown>>)[name];
    if (typeof mine === 'object') return [name, override(mine as object, text as object)];
    return [name, typeof text === 'string' ? text : mine];
  });
  return { ...own, ...(Object.fromEntries(texts) as Partial<T>) };
}
