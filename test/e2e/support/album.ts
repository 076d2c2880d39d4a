import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { layoutFaults } from './layout.js';

const FOLDER = fileURLToPath(new URL('../../../artifacts/screens/', import.meta.url));
const MARGIN = 16;
const HEIGHT = 1000; // the whole card can be seen

export const SCHEMES = ['light', 'dark'] as const;

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
  async shoot(state: string, lang: string, widths: readonly number[] = [1280, 320]): Promise<void> {
    for (const width of widths) {
      await this.#page.setViewportSize({ width, height: HEIGHT });
      for (const scheme of SCHEMES) {
        await this.#page.emulateMedia({ colorScheme: scheme });
        const name = `${state}-${lang}-${scheme}-${width}`;
        expect.soft(await layoutFaults(this.#page), name).toEqual([]);
        await this.#page.screenshot({ clip: await this.#frame(), path: join(FOLDER, `${name}.png`), ...STILL });
      }
    }
  }

  /** Takes a picture of the whole page in both colour schemes and all widths. */
  async shootPage(state: string, lang: string, widths: readonly number[] = [1280, 768, 320]): Promise<void> {
    for (const width of widths) {
      await this.#page.setViewportSize({ width, height: 900 });
      for (const scheme of SCHEMES) {
        await this.#page.emulateMedia({ colorScheme: scheme });
        const name = `${state}-${lang}-${scheme}-${width}`;
        expect.soft(await layoutFaults(this.#page), name).toEqual([]);
        await this.#page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true, ...STILL });
      }
    }
  }

  /** The card that the box stands in, or the dialog over it, with some margin. */
  #frame(): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.#page.evaluate((margin) => {
      const dialog = document.querySelector('ciam-login')?.shadowRoot?.querySelector('dialog[open]');
      const part = dialog ?? document.querySelector('.shop')!;
      scrollTo(0, 0);
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

/** Nothing turns or blinks in a picture. */
const STILL = { animations: 'disabled', caret: 'initial', scale: 'css' } as const;

/** Writes `index.html` with every picture that is there, a row for each state. */
export function writeContactSheet(): void {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.png'));
  const states = [...new Set(names.map((name) => name.replace(/-(zh-CN|en)-.*$/, '')))].sort();
  const row = (state: string): string =>
    `<h2>${state}</h2><div>${names
      .filter((name) => name.replace(/-(zh-CN|en)-.*$/, '') === state)
      .map((name) => `<figure><img src="${name}" alt=""><figcaption>${name.slice(0, -4)}</figcaption></figure>`)
      .join('')}</div>`;
  const style =
    'body{font:14px system-ui;background:#888;color:#000}div{display:flex;flex-wrap:wrap;gap:8px;align-items:start}' +
    'figure{margin:0}img{display:block;max-width:640px}';
  writeFileSync(
    join(FOLDER, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Every state of the login box</title><style>${style}</style>${states.map(row).join('')}`,
  );
}
