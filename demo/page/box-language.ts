import type { LanguagePack } from '../../src/entries/index.js';

/** Languages beyond the two that are built in, as each names itself. */
export const FURTHER_LANGS = {
  'zh-TW': '繁體中文',
  ja: '日本語',
  ko: '한국어',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  pt: 'Português',
  ru: 'Русский',
  ar: 'العربية',
} as const;

export type FurtherLang = keyof typeof FURTHER_LANGS;

/** Written out, so that the demo's bundler makes a file of each. */
const PACKS: Readonly<Record<FurtherLang, () => Promise<LanguagePack>>> = {
  'zh-TW': async () => (await import('../../src/locales/zh-tw.js')).zhTw,
  ja: async () => (await import('../../src/locales/ja.js')).ja,
  ko: async () => (await import('../../src/locales/ko.js')).ko,
  fr: async () => (await import('../../src/locales/fr.js')).fr,
  de: async () => (await import('../../src/locales/de.js')).de,
  es: async () => (await import('../../src/locales/es.js')).es,
  pt: async () => (await import('../../src/locales/pt.js')).pt,
  ru: async () => (await import('../../src/locales/ru.js')).ru,
  ar: async () => (await import('../../src/locales/ar.js')).ar,
};

/** Fetches a language; the pages of `ciam-login` import it from `ciam-login/locales/…`. */
export function loadPack(lang: FurtherLang): Promise<LanguagePack> {
  return PACKS[lang]();
}

/** Where a language stands and what it is called there, as people import it. */
export function packOf(lang: FurtherLang): { readonly file: string; readonly name: string } {
  return { file: lang.toLowerCase(), name: lang === 'zh-TW' ? 'zhTw' : lang };
}
