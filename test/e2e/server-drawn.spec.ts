import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { type CiamLoginAttributes, renderCiamLogin } from '../../src/entries/ssr.js';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const SLOTS = '<h1 slot="header">A shop</h1><p slot="footer">Need help?</p>';
const ALL = { 'alipay-app-id': '2021000000000000', 'terms-url': '/terms', 'privacy-url': '/privacy' };

/** Login boxes that a server draws: what is told of the page, its attributes, its colours, its width. */
const BOXES: readonly (readonly [string, CiamLoginAttributes, 'light' | 'dark', number])[] = [
  ['one method', {}, 'light', 800],
  ['tabs and consent, in Chinese, dark', { ...ALL, lang: 'zh-CN' }, 'dark', 800],
  ['tabs and consent, on a small phone', ALL, 'light', 320],
];

/** Opens a page that a server has drawn. Its scripts come with what it gives. */
async function open(page: Page, attributes: CiamLoginAttributes): Promise<() => Promise<void>> {
  let letGo = (): void => undefined;
  const mayCome = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('http://login.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith('/cdn/')) {
      await mayCome;
      return route.fulfill({ path: DIST + pathname });
    }
    return route.fulfill({
      contentType: 'text/html;charset=utf-8',
      body: `<!doctype html><html lang="en"><style>:root { color-scheme: light dark } p { height: 50vh }</style>
        <p>Above</p>${renderCiamLogin({ 'client-id': 'x', ...attributes }, { children: SLOTS })}<p>Below</p>
        <script>shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
          .observe({ type: 'layout-shift', buffered: true });</script>
        <script type="module" src="/cdn/ciam-login.js"></script></html>`,
    });
  });
  await page.goto('http://login.test/', { waitUntil: 'commit' });
  await expect(page.getByRole('textbox').first()).toBeVisible();
  return async () => {
    letGo();
    await page.waitForFunction(() => {
      const root = document.querySelector('ciam-login')!.shadowRoot!;
      // Its own three style sheets, and that of the login's code.
      return root.adoptedStyleSheets.length === 4 && !root.querySelector('#early');
    });
  };
}

/** What a login box is made of, without what only markup has: comments, blanks, the order of attributes. */
function shapeOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelector('ciam-login')!.shadowRoot!.querySelectorAll('.root, .root *')].map((node) => {
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`);
      const texts = [...node.childNodes]
        .map((child) => (child instanceof Text ? child.data.trim() : ''))
        .join('');
      const within = node.className === 'root' ? '' : node.parentElement!.localName;
      return [within, node.localName, ...attributes.sort(), texts].filter(Boolean).join(' ');
    }),
  );
}

for (const [what, attributes, colorScheme, width] of BOXES) {
  test(`nothing is seen of it when the element takes over: ${what}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 500 });
    const bringScripts = await open(page, attributes);
    await page.mouse.wheel(0, 170);
    await page.locator('#mobile').fill('13800138000');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    const scrolled = await page.evaluate(() => scrollY);
    const before = await page.screenshot();
    const drawn = await shapeOf(page);

    // As on a network where it takes that long; once is enough.
    if (what === 'one method') await page.waitForTimeout(5000);
    await bringScripts();
    expect((await page.screenshot()).equals(before)).toBe(true);
    expect(await page.evaluate(() => [scrollY, ...(Reflect.get(window, 'shifts') as number[])])).toEqual([
      scrolled,
    ]);
    expect(await shapeOf(page)).toEqual(drawn);
  });
}

for (const [role, name] of [
  ['button', 'Get code'],
  ['link', 'Privacy Policy'],
] as const) {
  test(`who has come to "${name}" by keyboard is still there when the element takes over`, async ({
    page,
  }) => {
    const bringScripts = await open(page, ALL);
    await page.getByRole(role, { name }).focus();
    await bringScripts();
    await expect(page.getByRole(role, { name })).toBeFocused();
  });
}

test('a calling code that the page has set meanwhile is not taken back for the one that was drawn', async ({
  page,
}) => {
  const bringScripts = await open(page, {});
  await page.locator('ciam-login').evaluate((box) => Object.assign(box, { areaCodes: '1' }));
  await page.locator('#mobile').fill('2025550123');
  await bringScripts();
  const box = page.locator('ciam-login');
  await expect(box.locator('.area')).toHaveText('+1');
  await expect(box.locator('input[name=areaCode]')).toHaveValue('1');
  await expect(page.locator('#mobile')).toHaveValue('2025550123');
});
