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

/**
 * What a page has set that decides about the texts.
 */
export interface TextSettings {
  /** A BCP 47 tag. */
  readonly language: string;
  /** What stands in place of the built-in texts. */
  readonly givenTexts: MessageOverrides;
}

/** The form's texts, with those that the page has given in place of ours. */
export function formMessages({ language, givenTexts }: TextSettings): FormMessages {
  return override(/^zh\b/i.test(language) ? zhCnForm : enForm, givenTexts);
}

/** A method's texts; one that a further language says nothing of speaks Chinese or English. */
export function methodTexts(
  { id, texts }: LoginMethod,
  { language, givenTexts: { methods } }: TextSettings,
): MethodTexts {
  const given = methods && Object.hasOwn(methods, id) ? methods[id] : null;
  return override(texts[/^zh\b/i.test(language) ? 'zh-CN' : 'en'], given);
}

/** Texts with others in place of them, at any depth; what is no text, such as `undefined`, replaces nothing. */
export function override<T extends object>(own: T, given: object | null | undefined): T {
  const texts = Object.entries(given ?? {}).map(([name, text]: [string, unknown]) => {
    const mine = (own as Readonly<Record<string, unknown>>)[name];
    if (typeof (mine ?? text) === 'object') return [name, override(mine ?? {}, text as object)];
    return [name, typeof text === 'string' ? text : mine];
  });
  return { ...own, ...(Object.fromEntries(texts) as Partial<T>) };
}
