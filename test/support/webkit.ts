import type { BrowserLauncher, SessionResult } from '@web/test-runner';
import type { WebKitPaths } from '../../scripts/browsers.mjs';
import { WebKitDriver } from './webkit-driver.js';
import { WebKitPage } from './webkit-page.js';

/** WebKit, as WebKitGTK's MiniBrowser. One window, so one test file at a time. */
export function webkit(paths: WebKitPaths): BrowserLauncher {
  return new WebKitLauncher(paths);
}

class WebKitLauncher implements BrowserLauncher {
  readonly name = 'WebKit';
  // The runner's commands ask for the type to know what `getPage` gives; `WebKitPage` looks like puppeteer's.
  readonly type = 'puppeteer';
  readonly concurrency = 1;
  readonly #paths: WebKitPaths;
  readonly #active = new Map<string, string>();
  #browser: Promise<{ driver: WebKitDriver; page: WebKitPage }> | undefined;
  #running: WebKitDriver | undefined;
  #page: WebKitPage | undefined;

  constructor(paths: WebKitPaths) {
    this.#paths = paths;
  }

  initialize(): void {
    process.once('exit', () => {
      this.#kill();
    });
  }

  async startSession(id: string, url: string): Promise<void> {
    const { driver, page } = await (this.#browser ??= this.#start());
    await page.setViewport({ width: 800, height: 600 });
    this.#active.set(id, url);
    await driver.call('POST', '/url', { url });
  }

  isActive(id: string): boolean {
    return this.#active.has(id);
  }

  async getBrowserUrl(id: string): Promise<string | undefined> {
    return (
      ((await this.#running?.call('GET', '/url').catch(() => undefined)) as string | undefined) ??
      this.#active.get(id)
    );
  }

  async stopSession(id: string): Promise<SessionResult> {
    this.#active.delete(id);
    try {
      // A page that blocks its own thread answers nothing. It is given 3 s; then the next file gets a fresh browser.
      await this.#running?.call('GET', '/title', {}, 3000);
      await this.#page?.reset();
      await this.#running?.call('POST', '/url', { url: 'about:blank' });
    } catch {
      this.#kill();
    }
    return {};
  }

  startDebugSession(): Promise<never> {
    return Promise.reject(new Error('WebKitGTK cannot be debugged from here; use BROWSERS=chromium'));
  }

  async stop(): Promise<void> {
    await this.#running?.call('DELETE', '').catch(() => undefined);
    this.#kill();
  }

  /** For `@web/test-runner-commands`. */
  getPage(id: string): WebKitPage {
    if (!this.#page || !this.#active.has(id)) throw new Error(`no page for session ${id}`);
    return this.#page;
  }

  async #start(): Promise<{ driver: WebKitDriver; page: WebKitPage }> {
    const driver = new WebKitDriver();
    this.#running = driver; // before it is up, so that Ctrl-C ends it too
    await driver.start(this.#paths);
    this.#page = new WebKitPage(driver);
    return { driver, page: this.#page };
  }

  #kill(): void {
    this.#running?.kill();
    this.#browser = this.#running = this.#page = undefined;
  }
}
