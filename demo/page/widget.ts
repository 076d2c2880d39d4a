import type { LanguagePack } from '../../src/entries/element.js';
import { loadPack, packOf } from './box-language.js';
import { createCarrier, type OneClickProvider } from './carrier.js';
import type { DemoConfig } from './control.js';
import { ownAddress } from './own-address.js';
import { CARRIER_ANSWERS, type Scene } from './scene.js';
import type { SnippetSettings } from './snippet.js';

// One of each: the element shall see another provider only where another was chosen.
const CARRIERS = new Map(CARRIER_ANSWERS.map((answer) => [answer, createCarrier(answer)]));

/** The element as this page sees it. */
export type Widget = HTMLElement & {
  oneClick?: OneClickProvider | null | undefined;
  languages?: readonly LanguagePack[] | null | undefined;
  reset?(): void;
};

/** Makes the element, not yet in the document: it shall not begin before it knows its tenant. */
export function createWidget(): Widget {
  return document.createElement('ciam-login');
}

/** Puts the scene on the element the way any web page does: by attributes, and the carrier by its property. */
export function dressWidget(widget: Widget, scene: Scene, config: DemoConfig): void {
  const smallPrint = `${location.origin}${location.pathname}?lang=${scene.lang}`;
  const alipay = scene.methods.includes('alipay');
  const attributes: Record<string, string | null> = {
    'base-url': scene.origin === 'cross' ? config.ciamOrigin : null,
    'client-id': config.clientId,
    lang: scene.boxLang === 'page' ? scene.lang : scene.boxLang,
    methods: scene.methods.join(','),
    'area-codes': scene.areaCodes,
    'terms-url': scene.consent ? `${smallPrint}#terms` : null,
    'privacy-url': scene.consent ? `${smallPrint}#privacy` : null,
    'alipay-app-id': alipay ? config.alipayAppId : null,
    'alipay-authorize-url': alipay ? config.alipayUrl : null,
    'alipay-redirect-uri': alipay ? ownAddress(location) : null,
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (widget.getAttribute(name) === value) continue;
    if (value === null) widget.removeAttribute(name);
    else widget.setAttribute(name, value);
  }
  widget.oneClick = CARRIERS.get(scene.carrier);
  if (scene.boxLang !== 'page') void addPack(widget, loadPack(scene.boxLang));
}

/** The element as one would write it into a page; what the page's address holds for Alipay is left out. */
export function settingsOf(widget: Widget, { boxLang, methods }: Scene): SnippetSettings {
  const attributes = Array.from(widget.attributes)
    .filter(({ name }) => name !== 'alipay-redirect-uri' && name !== 'method')
    .map(({ name, value }) => [name, value] as const);
  return {
    attributes,
    pack: boxLang === 'page' ? null : packOf(boxLang),
    oneClick: methods.includes('one-click'),
  };
}

/** A language stays once it has come: the element takes the one that its `lang` asks for. */
async function addPack(widget: Widget, coming: Promise<LanguagePack>): Promise<void> {
  const pack = await coming;
  const now = widget.languages ?? [];
  if (!now.includes(pack)) widget.languages = [...now, pack];
}
