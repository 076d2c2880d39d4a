import { expect } from '@playwright/test';
import { TEST_NUMBERS } from '../../demo/server/test-numbers.js';
import { test } from './support/demo.js';
import { LANGS } from './support/names.js';
import { Narrator, takeTime } from './support/narrator.js';

test.describe.configure({ timeout: 60_000 });

/**
 * What somebody hears who does not see: written down in `test/e2e/spoken/`, for people to read. After a change that is
 * meant: `npm run test:e2e -- spoken --update-snapshots`, and read what has become of it.
 */
for (const lang of LANGS) {
  test(`promises A3, A4: a login as a screen reader tells it (${lang})`, async ({ person, demo }) => {
    const { page } = person;
    takeTime(demo);
    await person.open(lang);
    const narrator = await Narrator.at(person);
    await narrator.tell('The page is open');

    await page.keyboard.press('Tab');
    await person.mobile.focus();
    await narrator.tell('In the field for the number');
    await page.keyboard.type('123');
    await page.keyboard.press('Enter');
    await narrator.tell('Enter, with a number that is none');

    await person.mobile.fill(TEST_NUMBERS.mfa.mobile);
    await page.keyboard.press('Enter');
    await person.puzzle.ready();
    await narrator.tell('Enter, with a number: the puzzle');
    await page.keyboard.press('PageUp');
    await narrator.tell('Page Up');
    await page.keyboard.press('Home');
    const place = await person.puzzle.place();
    await putByKeys(place > 130 ? place - 100 : place + 100);
    await expect(person.puzzle.dialog.locator('.note.wrong')).not.toBeEmpty();
    await person.puzzle.ready();
    await narrator.tell('The piece is in the wrong place');
    await putByKeys(await person.puzzle.place());
    await expect(person.puzzle.dialog).toBeHidden();
    await expect(person.code).toBeFocused();
    await narrator.tell('The piece is in the right place: a code was sent');

    const right = await person.readCode();
    await page.keyboard.type(right === '111111' ? '222222' : '111111');
    await page.keyboard.press('Enter');
    await expect(person.error).toBeVisible();
    await narrator.tell('A wrong code');
    await person.code.fill(right);
    await page.keyboard.press('Enter');
    await expect(person.box.locator('.title')).toBeFocused();
    await narrator.tell('The right code: the tenant asks for a second factor');

    await person.box.getByRole('button', { name: person.names.getCode, exact: true }).press('Enter');
    await putByKeys(await readyPlace());
    await expect(person.code).toBeFocused();
    await person.code.fill(await person.readCode());
    await page.keyboard.press('Enter');
    await person.expectLoggedIn();
    await narrator.tell('Its code: logged in');
    expect(narrator.text).toMatchSnapshot(`login.${lang}.md`);

    async function readyPlace(): Promise<number> {
      await person.puzzle.ready();
      return person.puzzle.place();
    }
    async function putByKeys(x: number): Promise<void> {
      for (let tens = Math.round(x / 10); tens > 0; tens--) await page.keyboard.press('PageUp');
      await page.keyboard.press('Enter');
    }
  });

  test(`promises A2, A4: the other ways in as a screen reader tells them (${lang})`, async ({ person }) => {
    const { page } = person;
    await person.open(lang, { methods: 'sms,alipay,one-click', carrier: 'refused' });
    const narrator = await Narrator.at(person);
    await narrator.tell('The page is open');
    await person.box.getByRole('tab').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(person.box.getByRole('tab').nth(1)).toHaveAttribute('aria-selected', 'true');
    await narrator.tell('Right arrow: Alipay');
    await page.keyboard.press('End');
    await expect(person.box.getByRole('tab').nth(2)).toHaveAttribute('aria-selected', 'true');
    await narrator.tell('End: one tap');
    await page.keyboard.press('Tab');
    await narrator.tell('Tab');
    expect(narrator.text).toMatchSnapshot(`ways-in.${lang}.md`);
  });
}
