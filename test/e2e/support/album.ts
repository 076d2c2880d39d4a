import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, type PageScreenshotOptions } from '@playwright/test';
import { layoutFaults } from './layout.js';

const FOLDER = fileURLToPath(new URL('../../../artifacts/screens/', import.meta.url));
const MARGIN = 16;
const HEIGHT = 1000; // the whole card can be seen

/** Nothing turns or blinks in a picture. */
const STILL = { animations: 'disabled', caret: 'initial', scale: 'css' } as const;

/** The folder of pictures, and its page with all of them. */
export class Album {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Takes the old pictures of a kind away. */
  static clear(kind: RegExp): void {
    mkdirSync(FOLDER, { recursive: true });
    for (const name of readdirSync(FOLDER)) if (kind.test(name)) rmSync(join(FOLDER, name));
  }

  /** Takes a picture of the box (or of the dialog over it) in both colour schemes and all widths, and checks each. */
  shoot(state: string, lang: string, widths: readonly number[] = [1280, 320]): Promise<void> {
    return this.#each(state, lang, widths, async () => ({ clip: await this.#frame() }));
  }

  /** The same of the whole page. */
  shootPage(state: string, lang: string, widths: readonly number[] = [1280, 768, 320]): Promise<void> {
    return this.#each(state, lang, widths, () => Promise.resolve({ fullPage: true }));
  }

  async #each(
    state: string,
    lang: string,
    widths: readonly number[],
    area: () => Promise<PageScreenshotOptions>,
  ): Promise<void> {
    for (const width of widths) {
      await this.#page.setViewportSize({ width, height: HEIGHT });
      for (const colorScheme of ['light', 'dark'] as const) {
        await this.#page.emulateMedia({ colorScheme });
        const name = `${state}-${lang}-${colorScheme}-${width}`;
        expect.soft(await layoutFaults(this.#page), name).toEqual([]);
        await this.#page.screenshot({ ...(await area()), ...STILL, path: join(FOLDER, `${name}.png`) });
      }
    }
  }

  /** The card that the box stands in, or the dialog over it, with some margin. */
  #frame(): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.#page.evaluate((margin) => {
      const dialog = document.querySelector('ciam-login')?.shadowRoot?.querySelector('dialog[open]');
      const part = dialog ?? document.querySelector('.shop')!;
      scrollTo({ top: 0, behavior: 'instant' });
      const { left, top, right, bottom } = part.getBoundingClientRect();
      const [x, y] = [Math.max(0, left - margin), Math.max(0, top - margin)];
      return {
        ...{ x, y },
        width: Math.min(innerWidth, right + margin) - x,
        height: Math.min(innerHeight, bottom + margin) - y,
      };
    }, MARGIN);
  }
}

/** Writes `index.html` with every picture that is there, a row for each state. */
export function writeContactSheet(): void {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.png'));
  const stateOf = (name: string): string => name.replace(/-(zh-CN|en)-(light|dark)-\d+\.png$/, '');
  const figure = (name: string): string =>
    `<figure><figcaption>${name}</figcaption><a href="${name}"><img src="${name}" alt="" loading="lazy"></a></figure>`;
  const rows = [...new Set(names.map(stateOf))].map((state) => {
    const figures = names.filter((name) => stateOf(name) === state).map(figure);
    return `<h2>${state}</h2><div>${figures.join('')}</div>`;
  });
  writeFileSync(join(FOLDER, 'index.html'), SHEET_HEAD + rows.join(''));
}

const SHEET_HEAD = `<!doctype html><meta charset="utf-8"><title>Every state of the login box</title>
<style>
  body { background: #888; font: 14px system-ui; }
  div { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; }
  figure { margin: 0; }
  img { max-width: 640px; max-height: 900px; }
</style>`;
