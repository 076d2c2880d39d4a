import { expect, test, type Page } from '@playwright/test';
import { type CiamServer, startCiamServer } from '../../demo/server/ciam-server.js';
import { FIXED_CODE, FIXED_MOBILE } from '../../demo/server/test-numbers.js';
import type { CiamLogin } from '../../src/entries/element.js';
import type { Origin } from '../engines/support/origin.js';
import { servePages } from '../engines/support/serve-pages.js';
import { NAMES } from './support/names.js';
import { MOBILE } from './support/person.js';

const DAY_MS = 86_400_000;

let ciam: CiamServer;
let shop: Origin;

test.beforeAll(async () => {
  ciam = await startCiamServer({ allowedOrigins: () => [shop.origin] });
  const box = `<ciam-login base-url="${ciam.origin}" client-id="demo-client" lang="en"></ciam-login>`;
  const script = '<script type="module" src="/cdn/ciam-login.js"></script>';
  shop = await servePages({
    '/': `<!doctype html><title>Shop</title><link rel="icon" href="data:,">${box}${script}`,
  });
});
test.afterAll(() => Promise.all([ciam.stop(), shop.stop()]));

/** Counts the timers that fire in the page, under whichever clock it has. */
function countTimers(): void {
  const { setTimeout } = window;
  Object.assign(window, { fired: 0 });
  window.setTimeout = ((act: (...args: unknown[]) => void, ...rest: unknown[]): unknown =>
    Reflect.apply(setTimeout, window, [
      (...args: unknown[]) => {
        Reflect.set(window, 'fired', Number(Reflect.get(window, 'fired')) + 1);
        act(...args);
      },
      ...rest,
    ])) as typeof window.setTimeout;
}

/** A day goes by, at the server, too; gives how many timers fired and how many calls were made meanwhile. */
async function aDay(page: Page): Promise<{ timers: number; calls: number }> {
  const fired = () => page.evaluate(() => Number(Reflect.get(window, 'fired')));
  const [timers, calls] = [await fired(), ciam.journal.list().length];
  ciam.advance(DAY_MS);
  await page.clock.runFor(DAY_MS);
  return { timers: (await fired()) - timers, calls: ciam.journal.list().length - calls };
}

test('promise O5, N9: a page that is left open for days does nothing by itself, and logs in afterwards', async ({
  page,
}) => {
  await page.clock.install();
  await page.addInitScript(countTimers);
  await page.goto(`${shop.origin}/`);
  const box = page.locator('ciam-login');
  const { en } = NAMES;
  const [mobile, code] = [en.mobile, en.code].map((name) => box.getByRole('textbox', { name, exact: true }));
  const getCode = box.locator('.send');
  await mobile!.fill(MOBILE);
  await expect.poll(() => box.evaluate((each) => each.shadowRoot!.adoptedStyleSheets.length)).toBe(4);
  const untouched = await aDay(page);
  expect(untouched.calls).toBe(0);
  // The limit of the device's data, and of what was begun with it.
  expect(untouched.timers).toBeLessThanOrEqual(3);

  await box.evaluate((each: CiamLogin) => {
    each.solveCaptcha = () => Promise.resolve('token');
  });
  ciam.faults.set('/api/v2/sdk/sms/send', { kind: 'empty' });
  await getCode.click();
  await expect(getCode).toHaveText(/\d/);
  const { timers, calls } = await aDay(page);
  await expect(getCode).toHaveText(en.getCode);
  // One for each second of the countdown, and a few for what is read out.
  expect(timers).toBeGreaterThanOrEqual(50);
  expect(timers).toBeLessThan(75);
  expect(calls).toBe(0);

  await code!.fill('123456');
  await box.getByRole('button', { name: en.logIn, exact: true }).click();
  await expect(box.locator('.error:not(:empty)')).toBeVisible();
  expect((await aDay(page)).calls).toBe(0);

  await mobile!.fill(FIXED_MOBILE);
  await code!.fill(FIXED_CODE);
  await box.getByRole('button', { name: en.logIn, exact: true }).click();
  await expect(box.locator('.done')).toBeVisible();
  expect(await aDay(page)).toMatchObject({ calls: 0 });
});
