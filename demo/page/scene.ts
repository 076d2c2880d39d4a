import { FURTHER_LANGS, type FurtherLang } from './box-language.js';

/**
 * What the panel shows, and its place in the address: a scene can be sent as a link, and tests can ask for one.
 * Only the widget's side is kept here; what the server should answer is in `server-state.ts`.
 */

/** The languages the widget has built in. */
export const LANGS = ['zh-CN', 'en'] as const;
/** The languages the widget can be shown in by itself; `page` is that of the page. */
export const BOX_LANGS = ['page', ...(Object.keys(FURTHER_LANGS) as FurtherLang[])] as const;
/** Colour schemes the page can be put in; `system` follows the device. */
export const SCHEMES = ['system', 'light', 'dark'] as const;
/** Login methods, in the order in which the tabs stand. */
export const METHODS = ['sms', 'alipay', 'one-click'] as const;
/** Looks of the widget, made of its tokens and parts alone: see `styles/themes`. */
export const THEMES = ['plain', 'bank', 'shop', 'app'] as const;
/** `cross`: the widget calls the CIAM server's own origin. `same`: this page's origin, which forwards. */
export const ORIGINS = ['cross', 'same'] as const;

/** What the phone's carrier does when one tap asks it for a token. */
export const CARRIER_ANSWERS = [
  'token',
  'refused',
  'empty',
  'cancel',
  'reject',
  'throw',
  'hang',
  'unavailable',
] as const;
/** The parameters of an address that hold a scene. */
export const SCENE_PARAMETERS = [
  'lang',
  'box-lang',
  'scheme',
  'theme',
  'methods',
  'consent',
  'area-codes',
  'origin',
  'carrier',
] as const;

export type Lang = (typeof LANGS)[number];
export type BoxLang = (typeof BOX_LANGS)[number];
export type Scheme = (typeof SCHEMES)[number];
export type Theme = (typeof THEMES)[number];
export type Method = (typeof METHODS)[number];
export type Origin = (typeof ORIGINS)[number];
export type CarrierAnswer = (typeof CARRIER_ANSWERS)[number];

/** One setting of the panel, as a whole. */
export interface Scene {
  readonly lang: Lang;
  readonly boxLang: BoxLang;
  readonly scheme: Scheme;
  readonly theme: Theme;
  /** Never empty. */
  readonly methods: readonly Method[];
  /** Must the terms be accepted before anything is sent? */
  readonly consent: boolean;
  /** The element's `area-codes`, as written: `86`, `86,852` or `auto`. */
  readonly areaCodes: string;
  readonly origin: Origin;
  readonly carrier: CarrierAnswer;
}

const AREA_CODES = /^(auto|\d{1,4}(,\d{1,4}){0,19})$/;

/** The scene of an address without a query; only the language depends on who asks. */
export function defaultScene(browserLang: string): Scene {
  return {
    lang: readLang(browserLang) ?? 'en',
    boxLang: 'page',
    scheme: 'system',
    theme: 'shop',
    methods: METHODS,
    consent: false,
    areaCodes: '86',
    origin: 'cross',
    carrier: 'token',
  };
}

/** Reads a scene from an address; what is missing or unknown keeps its default. */
export function readScene(query: URLSearchParams, base: Scene): Scene {
  const methods = (query.get('methods') ?? '').split(',');
  const known = METHODS.filter((method) => methods.includes(method));
  const areaCodes = query.get('area-codes') ?? '';
  return {
    lang: readLang(query.get('lang') ?? '') ?? base.lang,
    boxLang: oneOf(BOX_LANGS, query.get('box-lang')) ?? base.boxLang,
    scheme: oneOf(SCHEMES, query.get('scheme')) ?? base.scheme,
    theme: oneOf(THEMES, query.get('theme')) ?? base.theme,
    // In the order of the address: the first one is the tab that opens.
    methods: known.length ? known.sort((a, b) => methods.indexOf(a) - methods.indexOf(b)) : base.methods,
    consent: readFlag(query.get('consent')) ?? base.consent,
    areaCodes: AREA_CODES.test(areaCodes) ? areaCodes : base.areaCodes,
    origin: oneOf(ORIGINS, query.get('origin')) ?? base.origin,
    carrier: oneOf(CARRIER_ANSWERS, query.get('carrier')) ?? base.carrier,
  };
}

/** Writes into `query` whatever differs from `base`, and takes out the rest; the language always, it is not the same default for everybody. */
export function writeScene(query: URLSearchParams, scene: Scene, base: Scene): void {
  const entries: Record<(typeof SCENE_PARAMETERS)[number], [now: string, otherwise: string]> = {
    lang: [scene.lang, ''],
    'box-lang': [scene.boxLang, base.boxLang],
    scheme: [scene.scheme, base.scheme],
    theme: [scene.theme, base.theme],
    methods: [scene.methods.join(), base.methods.join()],
    consent: [scene.consent ? '1' : '0', base.consent ? '1' : '0'],
    'area-codes': [scene.areaCodes, base.areaCodes],
    origin: [scene.origin, base.origin],
    carrier: [scene.carrier, base.carrier],
  };
  for (const [name, [now, otherwise]] of Object.entries(entries)) {
    if (now === otherwise) query.delete(name);
    else query.set(name, now);
  }
}

/** `1` and `0`, as all yes-or-no parameters of this page are written. */
export function readFlag(value: string | null): boolean | undefined {
  return value === '1' ? true : value === '0' ? false : undefined;
}

/** The member of `list` that `value` is, or `undefined`. */
export function oneOf<T extends string>(list: readonly T[], value: string | null): T | undefined {
  return list.find((member) => member === value);
}

function readLang(value: string): Lang | undefined {
  if (/^zh\b/i.test(value)) return 'zh-CN';
  return /^en\b/i.test(value) ? 'en' : undefined;
}
