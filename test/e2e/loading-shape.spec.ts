import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { LOADING_SHAPE } from './support/loading-shape.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SLOTS = `<h1 slot="header">A shop</h1><p slot="footer">Need help?</p>`;

/** Pages, by what is told of them, and their windows' widths. */
const PAGES: readonly (readonly [what: string, width: number, attributes: string, inside?: string])[] = [
  ['one method', 800, ''],
  ['one method, in Chinese, on a small phone', 320, 'lang="zh-CN"'],
  ['several methods', 800, 'alipay-app-id="2021000000000000"'],
  ['several methods on a small phone', 320, 'alipay-app-id="2021000000000000"'],
  ['a consent box of two lines', 500, 'terms-url="/t" privacy-url="/p"'],
  ['a header and a footer', 800, '', SLOTS],
];

/** Opens a page whose login box comes late, and measures how much has moved by the time that it is all there. */
async function shiftOf(page: Page, css: string, attributes: string, inside: string): Promise<number> {
  let define = (): void => undefined;
  const wanted = new Promise<void>((resolve) => (define = resolve));
  await page.route('http://login.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/cdn/ciam-login.js') await wanted;
    if (pathname.startsWith('/cdn/')) return route.fulfill({ path: `${ROOT}dist${pathname}` });
    return route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><style>body { margin: 0 } ${css}</style>
        <ciam-login client-id="x" ${attributes}>${inside}</ciam-login><p>What stands below</p>
        <script type="module" src="/cdn/ciam-login.js"></script></html>`,
    });
  });
  await page.goto('http://login.test/', { waitUntil: 'commit' });
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await expect(page.getByText('What stands below')).toBeVisible();
  await nextPictures(page);
  define();
  await expect(page.getByRole('textbox').first()).toBeVisible();
  // The login's code, and its style sheet, come when the browser is idle.
  await expect
    .poll(() =>
      page.evaluate(() => document.querySelector('ciam-login')!.shadowRoot!.adoptedStyleSheets.length),
    )
    .toBe(4);
  await nextPictures(page);
  return page.evaluate(() =>
    (Reflect.get(window, 'shifts') as number[]).reduce((sum, each) => sum + each, 0),
  );
}

/** Waits until what is there has been painted, and been looked at. */
async function nextPictures(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))),
  );
}

for (const [what, width, attributes, inside = ''] of PAGES) {
  test(`nothing moves when the tag is defined late: ${what}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    expect(LOADING_SHAPE).toContain(':not(:defined)');
    expect(await shiftOf(page, LOADING_SHAPE, attributes, inside)).toBe(0);
  });
}

test('without the shape it does', async ({ page }) => {
  expect(await shiftOf(page, '', '', '')).toBeGreaterThan(0);
});
