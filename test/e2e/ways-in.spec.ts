import { expect } from '@playwright/test';
import { test } from './support/demo.js';
import { MOBILE } from './support/person.js';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 });

  test('a person logs in by touch, and the message drops in from the top', async ({ person }) => {
    await person.open('zh-CN');
    await person.mobile.tap();
    await person.page.keyboard.type(MOBILE);
    await person.getCodeButton.tap();
    await person.puzzle.swipeTo(await person.puzzle.place());
    await expect(person.puzzle.dialog).toBeHidden();
    const code = await person.readCode('#banner');
    await person.code.tap();
    await person.page.keyboard.type(code);
    await person.logInButton.tap();
    await person.expectLoggedIn();
  });
});

test('promise A6: a person logs in with the keyboard alone', async ({ person }) => {
  await person.open('en');
  const { keyboard } = person.page;
  for (let tabs = 0; tabs < 12 && !(await isFocused(person.mobile)); tabs++) await keyboard.press('Tab');
  await expect(person.mobile).toBeFocused();
  await keyboard.type(MOBILE);
  await keyboard.press('Tab');
  await expect(person.code).toBeFocused();
  await keyboard.press('Tab');
  await expect(person.getCodeButton).toBeFocused();
  await keyboard.press('Enter');
  await expect(person.puzzle.slider).toBeFocused();
  await person.puzzle.typeTo(await person.puzzle.place());
  await expect(person.code).toBeFocused();
  await keyboard.type(await person.readCode());
  await keyboard.press('Enter');
  await person.expectLoggedIn();
});

test('a page whose own origin forwards to the tenant needs no base-url', async ({ person, demo }) => {
  await person.open('en', { origin: 'same' });
  await expect(person.box).not.toHaveAttribute('base-url', /./);
  await person.getCode();
  await person.logIn();
  await person.expectLoggedIn();
  expect(demo.ciam.journal.list(({ method }) => method === 'OPTIONS')).toEqual([]);
});

test('a tenant of Huawei Cloud refuses in its own words, and lets the right code in', async ({
  person,
  demo,
}) => {
  await person.open('en', { dialect: 'hw' });
  await person.getCode();
  await person.code.fill((await person.readCode()) === '111111' ? '222222' : '111111');
  await person.logInButton.click();
  await expect(person.error).toHaveText(/^The code is wrong/);
  await person.logIn();
  await person.expectLoggedIn();
  expect(demo.ciam.settings.dialect).toBe('hw');
  const details = person.page.locator('#log').getByRole('group', { name: 'ciam-login-success' });
  await expect(details).toContainText('"idToken": null');
});

test('a fault chosen in the panel is told, and gone once it is taken away', async ({ person, demo }) => {
  await person.open('en');
  const { page, names } = person;
  await page.getByRole('combobox', { name: names.faultWhat }).selectOption('reset');
  await page.getByRole('combobox', { name: names.faultWhere }).selectOption('/login/mobile-verify-code');
  await page.getByRole('button', { name: names.addFault, exact: true }).click();
  await expect.poll(() => demo.ciam.faults.list().length).toBe(1);
  await person.getCode();
  await person.logIn();
  await expect(person.error).toHaveText(/^The login service could not be reached/);
  await expect(person.event('error')).toHaveCount(1);
  await page.getByRole('button', { name: names.removeFault }).click();
  await expect.poll(() => demo.ciam.faults.list().length).toBe(0);
  await person.logInButton.click();
  await person.expectLoggedIn();
});

/** Whether the keys go to this element now. */
function isFocused(place: { evaluate<T>(fn: (element: Element) => T): Promise<T> }): Promise<boolean> {
  return place.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);
}
