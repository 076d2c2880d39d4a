import { expect as impatient, type Page } from '@playwright/test';
import type { CiamServer } from '../../demo/server/ciam-server.js';
import { watchComplaints } from '../e2e/support/complaints.js';
import { NAMES } from '../e2e/support/names.js';
import { MOBILE } from '../e2e/support/person.js';
import { Puzzle } from '../e2e/support/puzzle.js';
import type { Counting } from './outside-world.js';

const expect = impatient.configure({ timeout: 15_000 });

/** What Lit says in an app that is built as for its developers. */
const KNOWN = /^Lit is in dev mode/;

/** What an app has set with the property `messages`: so objects arrive as well. */
const BUTTON = 'Come in';

/** Logs in on an app's page by text message, and out again. */
export async function logInBySms(page: Page, url: string, ciam: CiamServer): Promise<void> {
  const complaints = watchComplaints(page, KNOWN);
  await page.goto(url);
  await page.getByRole('textbox', { name: NAMES.en.mobile }).fill(MOBILE);
  expect(await strayAttributes(page), 'attributes that mean nothing').toEqual([]);
  await page.getByRole('button', { name: NAMES.en.getCode }).click();
  const puzzle = new Puzzle(page, NAMES.en.puzzle);
  await puzzle.dragTo(await puzzle.place());
  await expect.poll(() => ciam.inbox.latestCode(MOBILE)).not.toBeNull();
  await page.getByRole('textbox', { name: NAMES.en.code }).fill(ciam.inbox.latestCode(MOBILE) ?? '');
  await page.getByRole('button', { name: BUTTON }).click();
  await expectVisitor(page, 'sms');
  await logOut(page);
  complaints.expectNone();
}

/** Logs in on an app's page with Alipay, which leaves the page and comes back. */
export async function logInWithAlipay(page: Page, url: string): Promise<void> {
  const complaints = watchComplaints(page, KNOWN);
  await page.goto(url);
  await page.getByRole('tab', { name: 'Alipay' }).click();
  await page.getByRole('button', { name: 'Continue with Alipay' }).click();
  await page.locator('#agree').click();
  await expectVisitor(page, 'alipay');
  await expect(page).toHaveURL(url);
  complaints.expectNone();
}

/** What a framework has written onto the tag that is no attribute of it: a property by its name, say. */
function strayAttributes(page: Page): Promise<string[]> {
  return page.locator('ciam-login').evaluate((box) => {
    const { observedAttributes = [] } = box.constructor as { observedAttributes?: string[] };
    return box.getAttributeNames().filter((name) => name !== 'class' && !observedAttributes.includes(name));
  });
}

/** The app itself has heard of the login, and will not hear of one twice, however often it was drawn. */
async function expectVisitor(page: Page, method: string): Promise<void> {
  await expect(page.locator('ciam-login .done')).toBeVisible();
  await expect(page.locator('output')).toHaveText(method);
  const listeners = await page.evaluate(() => (globalThis as unknown as Counting).successListeners.size);
  expect(listeners, 'listeners for success').toBe(1);
}

/** The app gives the element its form back, through the method `reset()`. */
async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('textbox', { name: NAMES.en.mobile })).toHaveValue('');
}
