import type { Locator, Page } from '@playwright/test';
import type { Lang } from './names.js';

/** The colour schemes that a page can have. */
export const SCHEMES = ['light', 'dark'] as const;

export type Scheme = (typeof SCHEMES)[number];

/** How one picture is taken. */
export interface Shot {
  readonly state: string;
  readonly lang: Lang | 'ar';
  readonly scheme: Scheme;
  /** Of the box, in CSS pixels. */
  readonly width: number;
}

const AROUND = 16;
const HEIGHT = 1000;

/** Nothing of the page but the login box: what stands around it is somebody else's picture. */
const ALONE = `
  [data-alone] :is(.top, .phone, .log, .panel, .foot, .hills, .banner, .skip, .shop-hint) { display: none }
  [data-alone] .stage { display: block; max-width: none; padding: ${AROUND}px }
  [data-alone] body { min-width: 0 }
  [data-alone], [data-alone] body { overflow: hidden; background: light-dark(#f3f4f7, #0b0d11) }`;

/** Where the login box of the demo stands for its picture: alone, still, in one width and one colour scheme. */
export class Studio {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Sets the scene for a picture, until {@link leave}. */
  async enter({ scheme, width }: Pick<Shot, 'scheme' | 'width'>): Promise<void> {
    await this.#page.setViewportSize({ width: width + 2 * AROUND, height: HEIGHT });
    await this.#page.emulateMedia({ colorScheme: scheme });
    await this.#page.evaluate((css) => {
      if (!document.adoptedStyleSheets.length) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }
      document.documentElement.dataset['alone'] = '';
      scrollTo({ top: 0, behavior: 'instant' });
    }, ALONE);
  }

  async leave(): Promise<void> {
    await this.#page.evaluate(() => delete document.documentElement.dataset['alone']);
    await this.#page.setViewportSize({ width: 1280, height: HEIGHT });
  }

  /** What differs from one run to the next: the picture of a puzzle, seconds that are counted. */
  get restless(): Locator[] {
    const box = this.#page.locator('ciam-login');
    return [box.locator('.picture img'), box.locator('.send').filter({ hasText: /\d/ })];
  }

  /** The part of the window that is worth a picture: the box, or the dialog over it, and a little around it. */
  frame(): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.#page.evaluate((around) => {
      const root = document.querySelector('ciam-login')?.shadowRoot;
      const shown = root?.querySelector('dialog[open]') ?? root?.querySelector('.box');
      const { top = 0, bottom = innerHeight } = shown?.getBoundingClientRect() ?? {};
      const y = Math.max(0, Math.floor(top) - around);
      return { x: 0, y, width: innerWidth, height: Math.min(innerHeight, Math.ceil(bottom) + around) - y };
    }, AROUND);
  }
}
