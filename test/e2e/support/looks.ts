import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { fontPrint } from './fonts.js';
import { layoutFaults } from './layout.js';
import { compare, packed } from './picture.js';
import { Studio, type Way, WAYS } from './studio.js';

const KEPT = fileURLToPath(new URL('../looks/', import.meta.url));
const WRONG = fileURLToPath(new URL('../../../artifacts/looks/', import.meta.url));
const FONTS = join(KEPT, 'fonts.txt');
/** As it is, and as tight and as loose as a page may set it: small targets on the one side, long words on the other. */
const DENSITIES = ['1', '0.85', '1.15'];
/** So few pixels are noise; a button that moves by a pixel is hundreds. */
export const MOST_PIXELS = 20;

/** The pictures that are kept beside the tests, one folder for each test, and what a page shows now. */
export class Looks {
  readonly #studio: Studio;
  readonly #page: Page;
  readonly #folder: string;
  readonly #seen = new Set<string>();
  #isCompared: boolean | undefined;

  /** @param folder The kept pictures of one test. */
  constructor(page: Page, folder: string) {
    this.#page = page;
    this.#folder = folder;
    this.#studio = new Studio(page, true);
  }

  /** True for `npm run looks`, which takes the pictures anew. */
  static get areTaken(): boolean {
    return ['all', 'changed'].includes(test.info().config.updateSnapshots);
  }

  /** Looks at the layout in each way, and compares with the pictures that are kept. */
  expectKept(state: string, ways: readonly Way[] = WAYS): Promise<void> {
    let width = 0;
    return this.expectPictures(state, ways, async (way) => {
      if (way.width !== width)
        expect.soft(await layoutFaults(this.#page, DENSITIES), `${state}, ${way.width} px`).toEqual([]);
      ({ width } = way);
    });
  }

  /** The same without a look at the layout, where there is no login box yet. */
  async expectPictures(
    state: string,
    ways: readonly Way[] = WAYS,
    first?: (way: Way) => Promise<void>,
  ): Promise<void> {
    this.#isCompared ??= await this.#sameFonts();
    await this.#studio.show(ways, async (way) => {
      await first?.(way);
      if (this.#isCompared)
        this.#compare(`${state}-${way.scheme}-${way.width}.png`, await this.#studio.shoot());
    });
  }

  /** Pictures of what is no more are no baseline: none is kept but those that were just compared. */
  expectNoOthers(): void {
    if (!this.#isCompared) return;
    const others = readdirSync(join(KEPT, this.#folder)).filter((name) => !this.#seen.has(name));
    if (Looks.areTaken) for (const name of others) rmSync(join(KEPT, this.#folder, name));
    else expect(others, 'pictures of states that are no more: npm run looks').toEqual([]);
  }

  #compare(name: string, picture: Buffer): void {
    this.#seen.add(name);
    const path = join(KEPT, this.#folder, name);
    const difference = existsSync(path) ? compare(picture, readFileSync(path)) : null;
    // What is the same is not written again.
    if (Looks.areTaken) {
      if (!difference || difference.pixels > MOST_PIXELS) keep(path, packed(picture));
      return;
    }
    expect.soft(difference, `there is no ${path}: npm run looks`).not.toBeNull();
    if (!difference) return;
    const { pixels, shown } = difference;
    if (pixels > MOST_PIXELS) {
      const wrong = join(WRONG, this.#folder, name);
      keep(wrong, picture);
      keep(wrong.replace('.png', '-difference.png'), shown());
    }
    expect
      .soft(pixels, `pixels of ${name} that differ; see artifacts/looks. Meant so? npm run looks`)
      .toBeLessThanOrEqual(MOST_PIXELS);
  }

  /** False where this machine has other fonts than the one that took the pictures: then they are not compared. */
  async #sameFonts(): Promise<boolean> {
    const print = await fontPrint(this.#page);
    if (Looks.areTaken) keep(FONTS, Buffer.from(`${print}\n`));
    const kept = existsSync(FONTS) ? readFileSync(FONTS, 'utf8').trim() : 'none';
    if (print !== kept)
      console.log(`Looks are not compared: here is ${print}; the pictures were taken with ${kept}.`);
    return print === kept;
  }
}

function keep(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
