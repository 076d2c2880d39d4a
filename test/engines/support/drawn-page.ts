import type { Browser } from './browser.js';
import type { Origin } from './origin.js';
import { type PageSource, servePages } from './serve-pages.js';

/** The form as a person meets it: what stands in it, and where the caret is. */
export interface Form {
  url: string;
  forms: number;
  mobile: string;
  code: string;
  consent: boolean;
  focus: string | undefined;
  caret: unknown[];
  /** True once a script has made it a login box. */
  isAlive: boolean;
}

/** A page that a server has drawn, whose scripts do not come before they are let go. */
export class DrawnPage {
  readonly #browser: Browser;
  readonly #letGo: () => void;
  readonly tag: string;
  readonly site: Origin;
  #opened: Promise<void> | undefined;

  private constructor(browser: Browser, site: Origin, tag: string, letGo: () => void) {
    this.#browser = browser;
    this.#letGo = letGo;
    this.tag = tag;
    this.site = site;
  }

  /** Opens the page at `/`, which begins with a paragraph; no script is there. */
  static async open(
    browser: Browser,
    pages: Readonly<Record<string, PageSource>>,
    tag = 'ciam-login',
  ): Promise<DrawnPage> {
    let letGo = (): void => undefined;
    const site = await servePages(pages, new Promise<void>((resolve) => (letGo = resolve)));
    const page = new DrawnPage(browser, site, tag, letGo);
    // It is not complete before its scripts have come.
    page.#opened = browser.open(`${site.origin}/`);
    page.#opened.catch(() => undefined);
    const isThere = (origin: string) => location.origin === origin && !!document.querySelector('p');
    await browser.waitFor('the page', isThere, site.origin);
    return page;
  }

  /** The scripts come, and what is left of the page; the form is a login box by the end. */
  async bringScripts(): Promise<void> {
    this.#letGo();
    await this.#opened;
    await this.#browser.waitFor(
      'the login box',
      (name) => {
        const root = document.querySelector(name)?.shadowRoot;
        return !!customElements.get(name) && !!root?.querySelector('form') && !root.querySelector('#early');
      },
      this.tag,
    );
  }

  click(selector: string, text: string | null = null): Promise<void> {
    return this.#browser.click([this.tag, selector], text);
  }

  form(): Promise<Form> {
    return this.#browser.evaluate((name) => {
      const root = document.querySelector(name)!.shadowRoot!;
      const input = (id: string) => root.querySelector<HTMLInputElement>(`#${id}`);
      const focus = root.activeElement as HTMLInputElement | null;
      return {
        url: location.pathname + location.search,
        forms: root.querySelectorAll('form').length,
        mobile: input('mobile')?.value ?? '',
        code: input('code')?.value ?? '',
        consent: input('consent')?.checked ?? false,
        focus: focus?.id,
        caret: [focus?.selectionStart, focus?.selectionEnd, focus?.selectionDirection],
        isAlive: !!customElements.get(name),
      };
    }, this.tag);
  }

  async close(): Promise<void> {
    this.#letGo();
    await this.#opened?.catch(() => undefined);
    await this.site.stop();
  }
}
