import { expect } from '@playwright/test';
import { TEST_NUMBERS } from '../../demo/server/test-numbers.js';
import { test } from './support/demo.js';
import { LANGS } from './support/names.js';
import { Narrator, takeTime } from './support/narrator.js';

test.describe.configure({ timeout: 60_000 });

/** As in `spoken.spec.ts`: what is asked for after the first step, and what stops a login before it. */
for (const lang of LANGS) {
  test(`promises A3, A4: what a tenant asks for, as a screen reader tells it (${lang})`, async ({
    person,
    demo,
  }) => {
    const { page, box } = person;
    const told: string[] = [];
    takeTime(demo, ['login/mobile-verify-code']);

    const enter = async (mobile: string, event: string): Promise<Narrator> => {
      await person.open(lang);
      await person.getCode(mobile);
      const narrator = await Narrator.at(person);
      await person.logIn();
      await expect(box.locator('.title')).toBeFocused();
      await narrator.tell(event);
      return narrator;
    };

    const bind = await enter(TEST_NUMBERS.socialBind.mobile, 'A number has to be bound');
    await box.locator('.plain').first().press('Enter');
    await expect(box.locator('#email')).toBeVisible();
    await expect(box.locator('.title')).toBeFocused();
    await bind.tell('Enter on the other way: an e-mail address');
    told.push(bind.text);

    told.push((await enter(TEST_NUMBERS.userRegister.mobile, 'Somebody new')).text);

    const warn = await enter(TEST_NUMBERS.passwordWarn.mobile, 'A password is due soon');
    await box.locator('#oldPassword').fill('Test-1234');
    await box.locator('#newPassword').focus();
    await page.keyboard.type('Abc');
    await warn.tell('Three letters as the new password');
    await page.keyboard.press('Enter');
    await expect(person.error).toBeVisible();
    await warn.tell('Enter: the password is too weak');
    told.push(warn.text);

    told.push((await enter(TEST_NUMBERS.passwordExpired.mobile, 'A password is due')).text);
    expect(told.join('\n')).toMatchSnapshot(`continued.${lang}.md`);
  });

  test(`promises A3, A4: what stops a login, as a screen reader tells it (${lang})`, async ({
    person,
    demo,
  }) => {
    const { page } = person;
    takeTime(demo);
    await person.open(lang, { consent: '1' });
    await person.mobile.fill(TEST_NUMBERS.fixedCode.mobile);
    const narrator = await Narrator.at(person);
    await person.code.fill('232326');
    await page.keyboard.press('Enter');
    await expect(person.error).toBeVisible();
    await narrator.tell('Enter, without consent');
    await page.keyboard.press('Space');
    await narrator.tell('Space: it is given');
    demo.ciam.faults.set('/api/v2/sdk/login/mobile-verify-code', { kind: 'status', status: 500 });
    // Late enough for what is announced meanwhile.
    await page.route('**/login/mobile-verify-code', async (route) => {
      await page.waitForTimeout(400);
      await route.continue();
    });
    await person.code.press('Enter');
    await expect(person.error).toBeVisible();
    await narrator.tell('Enter: the service fails');
    expect(narrator.text).toMatchSnapshot(`stopped.${lang}.md`);
  });
}
