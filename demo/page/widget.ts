import type { DemoConfig } from './control.js';
import type { Scene } from './scene.js';

// Alipay knows a page by an id; the stand-in knows just this one.
const ALIPAY_APP_ID = '2021000000000000';
// What the page keeps in its own address, and wants to find again after the way to Alipay and back.
const OWN_PARAMETERS = /^(lang|scheme|methods|consent|area-codes|origin|dialect|id-token|fault)$/;

/** What the page of a shop would hand to the element; here the server plays the operator. */
interface OneClickProvider {
  isAvailable(): boolean;
  getToken(options: { signal: AbortSignal }): Promise<string>;
}

/** The element as this page sees it. */
export type Widget = HTMLElement & { oneClick?: OneClickProvider; reset?(): void };

/** Makes the element, not yet in the document: it shall not begin before it knows its tenant. */
export function createWidget(): Widget {
  const widget: Widget = document.createElement('ciam-login');
  widget.oneClick = demoOperator;
  return widget;
}

/** Puts the scene on the element the way any web page does: by attributes. */
export function dressWidget(widget: Widget, scene: Scene, config: DemoConfig): void {
  const smallPrint = `${location.origin}${location.pathname}?lang=${scene.lang}`;
  const alipay = scene.methods.includes('alipay');
  const attributes: Record<string, string | null> = {
    'base-url': scene.origin === 'cross' ? config.ciamOrigin : null,
    'client-id': config.clientId,
    lang: scene.lang,
    methods: scene.methods.join(','),
    'area-codes': scene.areaCodes,
    'terms-url': scene.consent ? `${smallPrint}#terms` : null,
    'privacy-url': scene.consent ? `${smallPrint}#privacy` : null,
    'alipay-app-id': alipay ? ALIPAY_APP_ID : null,
    'alipay-authorize-url': alipay ? new URL(config.alipayPath, location.href).href : null,
    'alipay-redirect-uri': alipay ? ownAddress() : null,
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (widget.getAttribute(name) === value) continue;
    if (value === null) widget.removeAttribute(name);
    else widget.setAttribute(name, value);
  }
}

/** The element as one would write it into a page; what the page's address holds for Alipay is left out. */
export function markupOf(widget: Widget): string {
  const attributes = Array.from(widget.attributes)
    .filter(({ name }) => name !== 'alipay-redirect-uri' && name !== 'method')
    .map(({ name, value }) => `\n  ${name}="${value.replaceAll('"', '&quot;')}"`);
  return `<ciam-login${attributes.join('')}\n></ciam-login>`;
}

/** This page with its own parameters only: what else the address holds may be an answer of Alipay's. */
function ownAddress(): string {
  const address = new URL(location.pathname, location.origin);
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (OWN_PARAMETERS.test(name)) address.searchParams.append(name, value);
  }
  return address.href;
}

// On a phone the carrier's own page comes up here; this one says yes by itself.
const demoOperator: OneClickProvider = {
  isAvailable: () => true,
  async getToken({ signal }) {
    const answer = await fetch('/_demo/one-click-token', { method: 'POST', signal });
    if (!answer.ok) throw new Error(`The operator answered ${answer.status}`);
    return answer.text();
  },
};
