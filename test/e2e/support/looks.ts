import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { fontPrint } from './fonts.js';
import { layoutFaults } from './layout.js';
import { compare, packed } from './picture.js';
import { Studio, type Shot } from './studio.js';

const KEPT = fileURLToPath(new URL('../looks/', import.meta.url));
const WRONG = fileURLToPath(new URL('../../../artifacts/looks/', import.meta.url));
const FONTS = join(KEPT, 'fonts.txt');
/** So few pixels are noise; a button that moves by a pixel is hundreds. */
export const MOST_PIXELS = 20;

/** The pictures that are kept beside the tests, and what a page shows now. */
export class Looks {
  readonly #page: Page;
  readonly #studio: Studio;

  constructor(page: Page) {
    this.#page = page;
    this.#studio = new Studio(page);
  }

  /** True for `npm run looks`, which takes the pictures anew. */
  static get areTaken(): boolean {
    return ['all', 'changed'].includes(test.info().config.updateSnapshots);
  }

  /** Skips the test where this machine has other fonts than the one that took the pictures. */
  async needSameFonts(): Promise<void> {
    const print = await fontPrint(this.#page);
    if (Looks.areTaken) {
      mkdirSync(KEPT, { recursive: true });
      writeFileSync(FONTS, `${print}\n`);
      return;
    }
    const kept = existsSync(FONTS) ? readFileSync(FONTS, 'utf8').trim() : 'none';
    if (print === kept) return;
    console.log(`Looks are not compared: here is ${print}; the pictures were taken with ${kept}.`);
    test.skip(true, 'other fonts than those of the pictures');
  }

  /** Takes a picture, with nothing in it that differs from one run to the next. What has a name is laid out well, too. */
  async take({ scheme, width }: Pick<Shot, 'scheme' | 'width'>, name?: string): Promise<Buffer> {
    await this.#studio.enter({ scheme, width });
    if (name !== undefined) expect.soft(await layoutFaults(this.#page), name).toEqual([]);
    const clip = await this.#studio.frame();
    const mask = this.#studio.restless;
    const picture = await this.#page.screenshot({ clip, mask, animations: 'disabled', maskColor: '#888' });
    await this.#studio.leave();
    return packed(picture);
  }

  /** Compares with the picture that is kept, and looks at the layout. */
  async expectKept(shot: Shot): Promise<void> {
    const name = nameOf(shot);
    const picture = await this.take(shot, name);
    const path = join(KEPT, name);
    if (Looks.areTaken) {
      writeFileSync(path, picture);
      return;
    }
    expect.soft(existsSync(path), `there is no ${name}: npm run looks`).toBe(true);
    if (!existsSync(path)) return;
    const { pixels, shown } = compare(picture, readFileSync(path));
    if (pixels > MOST_PIXELS) {
      mkdirSync(WRONG, { recursive: true });
      writeFileSync(join(WRONG, name), picture);
      writeFileSync(join(WRONG, name.replace('.png', '-difference.png')), shown);
    }
    expect
      .soft(pixels, `pixels of ${name} that differ; see artifacts/looks. Meant so? npm run looks`)
      .toBeLessThanOrEqual(MOST_PIXELS);
  }
}

/** The file of a picture. */
function nameOf({ state, lang, scheme, width }: Shot): string {
  return `${state}-${lang}-${scheme}-${width}.png`;
}
