import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { ALIPAY_APP_ID } from '../../../demo/alipay/authorize-request.js';
import { type Alipay, startAlipay } from '../../../demo/alipay/alipay-server.js';
import { type CiamServer, startCiamServer } from '../../../demo/server/ciam-server.js';
import type { JournalEntry } from '../../../demo/server/journal.js';
import type { Browser } from './browser.js';
import type { Origin } from './origin.js';
import { servePages } from './serve-pages.js';
import { shopLog } from './shop-page.js';
import { type StrictPolicy, strictPage } from './strict-page.js';

const LIMIT_MS = 10_000;

/** On the shelf the address and the history are the page's own; what Alipay adds comes between them. */
export const SHELF = '/shelf?colour=jade&for=2+cups&q=%E8%8C%B6&colour=';

const PUT_HASH_AND_STATE = `if (location.search.includes('auth_code'))
  history.replaceState({ basket: 7 }, '', location.href + '#tea');`;
const STAY = `addEventListener('ciam-login-redirect', (event) => event.preventDefault());`;

/**
 * A shop, its tenant and Alipay, each on an origin of its own, and Alipay on another site; one person before them. Each page
 * of the shop is under one of the policies of docs/csp.md.
 */
export class AlipayShop {
  readonly #browser: () => Browser;
  #ciam!: CiamServer;
  #alipay!: Alipay;
  #shop!: Origin;

  /** To be called where tests are declared: it starts and stops everything around them, with a new shop for each. */
  constructor(browser: () => Browser) {
    this.#browser = browser;
    beforeAll(async () => {
      this.#ciam = await startCiamServer({ allowedOrigins: () => [this.origin] });
      this.#alipay = await startAlipay({
        host: 'localhost', // to a browser another site than 127.0.0.1
        issueCode: (options) => this.#ciam.issueAlipayCode(options),
        registeredOrigins: () => [this.origin],
      });
    });
    beforeEach(async () => {
      this.#ciam.reset();
      this.#shop = await servePages(this.#pages());
    });
    afterEach(() => this.#shop.stop());
    afterAll(() => Promise.all([this.#ciam.stop(), this.#alipay.stop()]));
  }

  get origin(): string {
    return this.#shop.origin;
  }

  get authorizeUrl(): string {
    return this.#alipay.authorizeUrl;
  }

  /** What went to the tenant to change something there. */
  get posts(): JournalEntry[] {
    return this.#ciam.journal.list({ method: 'POST' });
  }

  /** The addresses at which Alipay sent somebody back here. */
  get callbacks(): string[] {
    return this.#shop.asked
      .filter(({ query }) => query.includes('state='))
      .map(({ path, query }) => `${this.origin}${path}?${query}`);
  }

  async open(path: string): Promise<void> {
    await this.#browser().open(this.origin + path);
  }

  /** Presses what leads to Alipay. */
  async press(): Promise<void> {
    await this.#browser().click(['ciam-login', '[role=tab]'], 'Alipay');
    await this.#browser().click(['ciam-login', 'button'], 'Continue with Alipay');
  }

  /** Goes to Alipay, and gives the address that it was reached by. */
  async goToAlipay(): Promise<string> {
    await this.press();
    await this.#browser().waitFor(
      'the authorize page',
      (authorize) => document.readyState === 'complete' && location.href.startsWith(authorize),
      this.authorizeUrl,
    );
    return this.#browser().url();
  }

  /** Follows one of the links of the authorize page, by its id (`demo/alipay/ways.ts`). */
  async decide(way: string): Promise<void> {
    await this.#browser().click([`#${way}`]);
  }

  /** Waits until this event has been seen on the shop's pages; gives all of them. */
  async event(entry: string): Promise<string[]> {
    const end = Date.now() + LIMIT_MS;
    for (;;) {
      const log = await this.log();
      if (log.includes(entry)) return log;
      if (Date.now() > end) throw new Error(`no "${entry}" among: ${log.join(', ') || 'nothing'}`);
      await wait(25);
    }
  }

  /** Everything but the first screens of the methods, which come and go with the tabs. */
  async log(): Promise<string[]> {
    return (await shopLog(this.#browser())).filter((entry) => !/^step \w+ start$/.test(entry));
  }

  /** Waits for the moment after which nothing happens by itself any more. */
  async rest(): Promise<void> {
    await this.#browser().waitFor('the code of the login', () =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/chunks/login-')),
    );
    await wait(300);
  }

  #pages(): Parameters<typeof servePages>[0] {
    const page = (policy: StrictPolicy, attributes: Record<string, string> = {}, script = '') => {
      const { html, headers } = strictPage(
        policy,
        this.#ciam.origin,
        {
          methods: 'sms,alipay',
          'alipay-app-id': ALIPAY_APP_ID,
          'alipay-authorize-url': this.authorizeUrl,
          ...attributes,
        },
        script,
      );
      // The tenant then hears at which address a call was made, to the letter.
      return { html, headers: { ...headers, 'referrer-policy': 'unsafe-url' } };
    };
    return {
      '/shop': page('trusted types'),
      '/shelf': page('bundle', { 'alipay-redirect-uri': SHELF }, PUT_HASH_AND_STATE),
      '/door': page('cdn', { 'alipay-redirect-uri': '/shop' }),
      '/stay': page('nonce', {}, STAY),
    };
  }
}
