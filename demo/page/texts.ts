import { EN } from './texts-en.js';
import { ZH } from './texts-zh.js';
import type { CarrierAnswer, Lang, Theme } from './scene.js';

/** Every text of the page; a key that is missing in one language does not compile. */
export interface Texts {
  /** Texts of fixed places, looked up by `data-text`. */
  readonly title: string;
  readonly skip: string;
  readonly liveDemo: string;
  readonly language: string;
  readonly scheme: string;
  readonly schemeSystem: string;
  readonly schemeLight: string;
  readonly schemeDark: string;

  /** Whose login box it is, in each of the looks. */
  readonly brands: Readonly<Record<Theme, { readonly name: string; readonly tagline: string }>>;
  readonly brandHint: string;
  readonly signedIn: (name: string | undefined) => string;
  readonly signInAgain: string;

  readonly phone: string;
  readonly phoneEmpty: string;
  readonly phoneEmptyHint: string;
  readonly smsApp: string;
  readonly copyCode: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly smsFor: (to: string) => string;
  readonly smsAnnounced: (code: string) => string;

  readonly log: string;
  readonly logEvents: string;
  readonly logCalls: string;
  readonly eventsEmpty: string;
  readonly callsEmpty: string;
  readonly copy: string;
  readonly copyDetail: string;
  readonly clear: string;
  readonly callTime: string;
  readonly callMethod: string;
  readonly callPath: string;
  readonly callStatus: string;
  readonly noAnswer: string;

  readonly panel: string;
  readonly panelLead: string;
  readonly panelWidget: string;
  readonly panelServer: string;
  readonly panelNumbers: string;
  readonly panelFaults: string;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly methods: string;
  readonly method: Readonly<Record<'sms' | 'alipay' | 'one-click', string>>;
  readonly consent: string;
  readonly consentHint: string;
  readonly boxLang: string;
  readonly boxLangPage: string;
  readonly areaCodes: string;
  readonly areaCodesOne: string;
  readonly areaCodesSeveral: string;
  readonly areaCodesAuto: string;
  readonly origin: string;
  readonly originCross: string;
  readonly originSame: string;
  readonly dialect: string;
  readonly dialectHint: string;
  readonly idToken: string;
  readonly idTokenHint: string;

  readonly panelCarrier: string;
  readonly carrierLead: string;
  readonly carrier: Readonly<Record<CarrierAnswer, string>>;

  readonly panelSnippet: string;
  readonly copySnippet: string;
  readonly snippetHint: string;

  readonly numbersLead: string;
  readonly number: string;
  readonly outcome: string;
  readonly copyNumber: (number: string) => string;

  readonly faultsLead: string;
  readonly faultWhat: string;
  readonly faultWhere: string;
  readonly faultEverywhere: string;
  readonly faultAdd: string;
  readonly faultRemove: (what: string) => string;
  readonly faultNone: string;
  readonly fault: Readonly<Record<string, string>>;

  readonly share: string;
  readonly shared: string;
  readonly resetAll: string;
  readonly resetDone: string;
  readonly serverGone: string;

  readonly terms: string;
  readonly termsText: string;
  readonly privacy: string;
  readonly privacyText: string;
  readonly disclaimer: string;
}

/** The page's texts in one language. */
export function textsOf(lang: Lang): Texts {
  return lang === 'en' ? EN : ZH;
}

/** Fills every fixed place of the page with its text; `data-text` holds the key. */
export function fillTexts(root: ParentNode, texts: Texts): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = texts[place.dataset['text'] as keyof Texts];
    if (typeof text === 'string') place.textContent = text;
  }
}
