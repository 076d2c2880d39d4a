import type { Browser } from './browser.js';

const LOG = 'shop-log';

/**
 * Runs in the page, before the widget. The log has to outlive the page that is left: a tab has one for each origin.
 */
function keepLog(log: string): void {
  for (const type of ['success', 'error', 'step', 'code-sent', 'redirect']) {
    addEventListener(`ciam-login-${type}`, (event) => {
      const { method, step, code } = (event as CustomEvent<Record<string, string | undefined>>).detail;
      const what = type === 'error' ? code : type === 'step' ? step : undefined;
      const before = JSON.parse(sessionStorage.getItem(log) ?? '[]') as string[];
      const entry = [type, method, what].filter((word) => word !== undefined).join(' ');
      sessionStorage.setItem(log, JSON.stringify([...before, entry]));
    });
  }
}

/**
 * A shop's page with a login box.
 *
 * @param attributes of `<ciam-login>`
 * @param script what the page itself does before the widget is there
 */
export function shopPage(attributes: Readonly<Record<string, string>>, script = ''): string {
  const written = Object.entries({ 'client-id': 'demo-client', ...attributes })
    .map(([name, value]) => `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join(' ');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Shop</title>
<script>(${String(keepLog)})('${LOG}');${script}</script>
<ciam-login ${written}></ciam-login>
<script type="module" src="/cdn/ciam-login.js"></script>
</html>`;
}

/**
 * The widget's events that this tab has seen at the shop, over all of its pages, in few words: `success sms`,
 * `step sms done`, `error alipay alipay-state`. To be asked while one of the shop's pages is there.
 */
export function shopLog(browser: Browser): Promise<string[]> {
  return browser.evaluate((log) => JSON.parse(sessionStorage.getItem(log) ?? '[]') as string[], LOG);
}
