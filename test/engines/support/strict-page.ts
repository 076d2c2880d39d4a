import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fillPolicy } from '../../support/policies.js';
import type { PageSource } from './serve-pages.js';
import { LOG_SCRIPT, shopPage } from './shop-page.js';

const DOC = 'docs/csp.md';
const BUNDLE = 'dist/cdn/ciam-login.bundle.js';

/** The policies of docs/csp.md that say how the widget's script may be let in. */
export type StrictPolicy = 'nonce' | 'trusted types' | 'cdn' | 'bundle';

/**
 * A shop's page under a policy of docs/csp.md, in its header. A violation is in the shop's log, so whoever compares that
 * whole has shown that there was none.
 *
 * @param tenant the origin that may be called
 * @param script what the page itself does before the widget is there
 */
export function strictPage(
  policy: StrictPolicy,
  tenant: string,
  attributes: Readonly<Record<string, string>>,
  script = '',
): Exclude<PageSource, string> {
  const markdown = readFileSync(DOC, 'utf8');
  const own = `'${digest('sha256', LOG_SCRIPT + script)}'`; // the page's own inline script
  const connect = { 'https://tenant.example.com': tenant };
  const header = (scripts: Record<string, string>): string =>
    fillPolicy(markdown, policy, { ...connect, ...scripts });
  const page = { 'base-url': tenant, ...attributes };
  switch (policy) {
    case 'bundle': {
      const integrity = digest('sha384', readFileSync(BUNDLE));
      const tag = `<script src="/cdn/ciam-login.bundle.js" integrity="${integrity}"></script>`;
      const example = "'sha384-0123456789abcdef'";
      return answer(shopPage(page, { script, tag }), header({ [example]: `'${integrity}' ${own}` }));
    }
    case 'cdn':
      // Pages are written before their origin has a port.
      return answer(shopPage(page, { script }), header({ 'https://your.cdn': `http://127.0.0.1:* ${own}` }));
    default:
      return answer(shopPage(page, { script, nonce: 'Tea4Two' }), header({ R4nd0m: 'Tea4Two' }));
  }
}

function answer(html: string, policy: string): Exclude<PageSource, string> {
  return { html, headers: { 'content-security-policy': policy } };
}

function digest(algorithm: string, bytes: string | Buffer): string {
  return `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;
}
