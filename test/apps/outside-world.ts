import { type Browser, chromium, type Page } from '@playwright/test';
import { type Alipay, startAlipay } from '../../demo/alipay/alipay-server.js';
import { type CiamServer, startCiamServer } from '../../demo/server/ciam-server.js';
import { findBrowsers } from '../../scripts/browsers.mjs';
import { CHROMIUM_ARGS } from '../support/chromium-args.js';

/** Where the apps send people, as they do in production. */
const REAL_ALIPAY = 'https://openauth.alipay.com/**';
const LIMIT_MS = 15_000;

/** What a window knows of who listens for success. */
export interface Counting {
  successListeners: Set<unknown>;
}

/** Runs in each page before everything else. */
function countListeners(): void {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const listeners = ((globalThis as unknown as Counting).successListeners = new Set<unknown>());
  EventTarget.prototype.addEventListener = function (
    this: EventTarget,
    ...args: Parameters<typeof addEventListener>
  ) {
    if (args[0] === 'ciam-login-success') listeners.add(args[1]);
    addEventListener.apply(this, args);
  };
  EventTarget.prototype.removeEventListener = function (
    this: EventTarget,
    ...args: Parameters<typeof removeEventListener>
  ) {
    listeners.delete(args[1]);
    removeEventListener.apply(this, args);
  };
}

/** What an app lives among: its tenant, Alipay, and a browser. Alipay is another site than all the rest. */
export class OutsideWorld {
  readonly ciam: CiamServer;
  readonly #alipay: Alipay;
  readonly #browser: Browser;
  readonly #origins: string[];

  private constructor(ciam: CiamServer, alipay: Alipay, browser: Browser, origins: string[]) {
    this.ciam = ciam;
    this.#alipay = alipay;
    this.#browser = browser;
    this.#origins = origins;
  }

  static async start(): Promise<OutsideWorld> {
    const executablePath = findBrowsers().chromium;
    if (!executablePath) throw new Error('The apps are driven in Chromium: install it, or set CHROMIUM_BIN');
    const origins: string[] = [];
    const ciam = await startCiamServer({ allowedOrigins: () => origins });
    const alipay = await startAlipay({
      host: 'localhost', // to a browser another site than 127.0.0.1
      issueCode: ciam.issueAlipayCode,
      registeredOrigins: () => origins,
    });
    return new OutsideWorld(
      ciam,
      alipay,
      await chromium.launch({ executablePath, args: CHROMIUM_ARGS }),
      origins,
    );
  }

  /** Lets an origin in, and opens a window of a browser that has never been there. */
  async visit(origin: string): Promise<Page> {
    this.ciam.reset();
    this.#origins.push(origin);
    const context = await this.#browser.newContext({ locale: 'en-US' });
    context.setDefaultTimeout(LIMIT_MS);
    await context.addInitScript(countListeners);
    await context.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await context.route(REAL_ALIPAY, (route) => {
      const { search } = new URL(route.request().url());
      return route.fulfill({ status: 302, headers: { location: this.#alipay.authorizeUrl + search } });
    });
    return context.newPage();
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#alipay.stop();
    await this.ciam.stop();
  }
}
