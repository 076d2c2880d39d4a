import { expect, type Locator, type Page } from '@playwright/test';
import { findPlace } from './puzzle-eye.js';

/** The puzzle that a page shows, and the ways of putting its piece at x (image pixels). */
export class Puzzle {
  readonly dialog: Locator;
  readonly slider: Locator;
  readonly #page: Page;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name, exact: true });
    this.slider = this.dialog.getByRole('slider');
  }

  /** Waits until the piece can be moved. */
  async ready(): Promise<void> {
    await expect(this.dialog).toBeVisible();
    await expect(this.slider).toHaveAttribute('aria-disabled', 'false');
  }

  /** Looks where the piece belongs. */
  async place(): Promise<number> {
    await this.ready();
    const [picture = '', piece = ''] = await this.dialog
      .locator('.picture img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src.split(',')[1] ?? ''));
    return findPlace(picture, piece);
  }

  /** Drags the handle with the mouse, and lets go. */
  async dragTo(x: number): Promise<void> {
    const { from, to, y } = await this.#way(x);
    const { mouse } = this.#page;
    await mouse.move(from, y);
    await mouse.down();
    await mouse.move(to, y, { steps: 5 });
    await mouse.up();
  }

  /** Drags the handle with a finger, and lifts it. */
  async swipeTo(x: number): Promise<void> {
    const { from, to, y } = await this.#way(x);
    const screen = await this.#page.context().newCDPSession(this.#page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: number[]): Promise<unknown> =>
      screen.send('Input.dispatchTouchEvent', { type, touchPoints: at.map((left) => ({ x: left, y })) });
    await send('touchStart', from);
    for (const part of [0.25, 0.5, 0.75, 1]) await send('touchMove', from + (to - from) * part);
    await send('touchEnd');
    await screen.detach();
  }

  /** Moves the piece with the keys of the focused slider, and presses Enter. */
  async typeTo(x: number): Promise<void> {
    const { keyboard } = this.#page;
    for (let left = x; left > 0; left -= left >= 10 ? 10 : 1) {
      await keyboard.press(left >= 10 ? 'PageUp' : 'ArrowRight');
    }
    await expect(this.slider).toHaveAttribute('aria-valuenow', String(x));
    await keyboard.press('Enter');
  }

  /** The handle's way to x, in screen pixels. */
  async #way(x: number): Promise<{ from: number; to: number; y: number }> {
    const handle = await this.slider.boundingBox();
    const picture = await this.dialog.locator('.picture').boundingBox();
    if (!handle || !picture) throw new Error('there is no puzzle to be seen');
    const from = handle.x + handle.width / 2;
    return { from, to: from + (x * picture.width) / 310, y: handle.y + handle.height / 2 };
  }
}
