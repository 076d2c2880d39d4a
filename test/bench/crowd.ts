import type { Browser } from '@playwright/test';
import { glanceAt } from './glance.js';
import type { Row } from './rows.js';

/** How many boxes stand on the pages that are compared. */
export const CROWDS = [1, 50] as const;

const SCRIPT = '/module/ciam-login.js';
/** From the evaluation of the script, which is there by then, until all boxes are in the page and laid out. */
const STOPWATCH = `<script>addEventListener('load', async () => {
  const begun = performance.now();
  await import('${SCRIPT}');
  await Promise.all([...document.querySelectorAll('ciam-login')].map((each) => each.updateComplete));
  document.body.getBoundingClientRect();
  globalThis.drawn = performance.now() - begun;
})</script>`;

/** A page with so many boxes; its script is that of the row `module`. */
export function crowdRow(tenant: string, boxes: number): Row {
  return {
    id: `crowd-${boxes}`,
    title: `${boxes} boxes`,
    kind: 'ours',
    page: () => ({
      head: `<link rel="modulepreload" href="${SCRIPT}">${STOPWATCH}`,
      body: `<ciam-login base-url="${tenant}" client-id="demo-client"></ciam-login>`.repeat(boxes),
    }),
  };
}

/** Milliseconds that the page took to draw its boxes, in a browser that has never been there. */
export async function drawCrowd(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    const { read, until } = glanceAt(await context.newCDPSession(page));
    await page.goto(url, { waitUntil: 'load' });
    await until('globalThis.drawn');
    return await read<number>('drawn');
  } finally {
    await context.close();
  }
}
