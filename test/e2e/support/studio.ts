import type { Page } from '@playwright/test';

/** The colour schemes that a page can have. */
export const SCHEMES = ['light', 'dark'] as const;

export type Scheme = (typeof SCHEMES)[number];

/** How the login box is looked at. */
export interface Way {
  readonly scheme: Scheme;
  /** Of the box, in CSS pixels. */
  readonly width: number;
}

/** Narrow and wide, light and dark, in an order in which one thing changes at a time. */
export const WAYS: readonly Way[] = [
  { scheme: 'light', width: 280 },
  { scheme: 'dark', width: 280 },
  { scheme: 'dark', width: 420 },
  { scheme: 'light', width: 420 },
];

const AROUND = 16;
const HEIGHT = 1000;
const PAGE_WIDTH = 1280;

/** Nothing of the page but the login box: what stands around it is somebody else's picture, and so is a card's shadow. */
const ALONE = `
  [data-alone] :is(.top, .phone, .log, .panel, .foot, .hills, .banner, .skip, .shop-hint) { display: none }
  [data-alone] .stage { display: block; max-width: none; padding: ${AROUND}px }
  [data-alone] body { min-width: 0 }
  [data-alone], [data-alone] body { overflow: hidden; background: light-dark(#f3f4f7, #0b0d11) }
  [data-alone][data-theme='plain'] ciam-login::part(box) {
    box-shadow: 0 0 0 1px light-dark(#14171f1a, #ffffff1f)
  }
  [data-alone='compared'][data-theme='plain'] .shop-brand { display: none }`;

/** Where the login box of the demo stands for its picture: alone, still, in one width and one colour scheme. */
export class Studio {
  readonly #page: Page;
  readonly #isCompared: boolean;

  /** @param isCompared True for pictures that are the same in each run; the page's clock has to stand still for them. */
  constructor(page: Page, isCompared: boolean) {
    this.#page = page;
    this.#isCompared = isCompared;
  }

  /** Has the box looked at in some ways, one after the other, and puts everything back. */
  async show(ways: readonly Way[], look: (way: Way) => Promise<void>): Promise<void> {
    // What the mouse is over depends on where a puzzle's piece was let go.
    await this.#page.mouse.move(0, 0);
    await this.#page.evaluate(
      ([css, alone]) => {
        document.documentElement.dataset['alone'] = alone;
        scrollTo({ top: 0, behavior: 'instant' });
        if (document.adoptedStyleSheets.length) return;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      },
      [ALONE, this.#isCompared ? 'compared' : ''] as const,
    );
    for (const way of ways) {
      await this.#page.setViewportSize({ width: way.width + 2 * AROUND, height: HEIGHT });
      await this.#page.emulateMedia({ colorScheme: way.scheme });
      await look(way);
    }
    await this.#page.evaluate(() => delete document.documentElement.dataset['alone']);
    await this.#page.setViewportSize({ width: PAGE_WIDTH, height: HEIGHT });
  }

  /** A picture of the box as it stands, or of the dialog over it, and a little around it. */
  async shoot(): Promise<Buffer> {
    const clip = await this.#page.evaluate(frameOf, [AROUND, this.#isCompared] as const);
    return this.#page.screenshot({ clip, animations: 'disabled' });
  }
}

/** Finds the part of the window that is worth a picture. Runs in the page. */
function frameOf([around, isCompared]: readonly [number, boolean]) {
  const box = document.querySelector('ciam-login');
  const root = box?.shadowRoot;
  const shown = root?.querySelector('dialog[open]') ?? root?.querySelector('.box') ?? box;
  if (isCompared) {
    // A puzzle's picture is another each time, and so is the height of its piece: a grey of the same size instead.
    const [ground, piece] = root?.querySelectorAll<HTMLElement>('.picture img') ?? [];
    if (ground) ground.style.filter = 'brightness(0) invert(0.5)';
    if (piece) piece.style.visibility = 'hidden';
  }
  const { top = 0, bottom = innerHeight } = shown?.getBoundingClientRect() ?? {};
  const y = Math.max(0, Math.floor(top) - around);
  return { x: 0, y, width: innerWidth, height: Math.min(innerHeight, Math.ceil(bottom) + around) - y };
}
