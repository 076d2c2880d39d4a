import type { Browser } from './browser.js';

const LOG = 'shop-log';

/**
 * Runs in the page, before the widget. The log has to outlive the page that is left: a tab has one for each origin.
 */
function keepLog(log: string): void {
  const keep = (entry: string): void => {
    const before = JSON.parse(sessionStorage.getItem(log) ?? '[]') as string[];
    sessionStorage.setItem(log, JSON.stringify([...before, entry]));
  };
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // Browsers ask for this one by themselves, whenever they like.
    if (!blockedURI.endsWith('/favicon.ico')) keep(`violation ${violatedDirective} ${blockedURI}`);
  });
  for (const type of ['success', 'error', 'step', 'code-sent', 'redirect']) {
    addEventListener(`ciam-login-${type}`, (event) => {
      const { method, step, code } = (event as CustomEvent<Record<string, string | undefined>>).detail;
      const what = type === 'error' ? code : type === 'step' ? step : undefined;
      keep([type, method, what].filter((word) => word !== undefined).join(' '));
    });
  }
}

/** The inline script with which each of the pages begins. */
export const LOG_SCRIPT = `(${String(keepLog)})('${LOG}');`;

/** What a page may have of its own. */
export interface ShopExtras {
  /** What the page itself does before the widget is there. */
  readonly script?: string;
  /** The nonce of every script. */
  readonly nonce?: string;
  /** What loads the widget. */
  readonly tag?: string;
}

/** A shop's page with a login box, whose attributes are given. */
export function shopPage(
  attributes: Readonly<Record<string, string>>,
  { script = '', nonce, tag }: ShopExtras = {},
): string {
  const written = Object.entries({ 'client-id': 'demo-client', ...attributes })
    .map(([name, value]) => `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join(' ');
  const mark = nonce === undefined ? '' : ` nonce="${nonce}"`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Shop</title>
<script${mark}>${LOG_SCRIPT}${script}</script>
<ciam-login ${written}></ciam-login>
${tag ?? `<script type="module"${mark} src="/cdn/ciam-login.js"></script>`}
</html>`;
}

/**
 * The widget's events that this tab has seen at the shop, over all of its pages, in few words: `success sms`,
 * `step sms done`, `error alipay alipay-state`; and what broke the page's policy: `violation img-src …`. To be asked while one of the shop's pages is there.
 */
export function shopLog(browser: Browser): Promise<string[]> {
  return browser.evaluate((log) => JSON.parse(sessionStorage.getItem(log) ?? '[]') as string[], LOG);
}
