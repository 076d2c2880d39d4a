import { expect } from '@playwright/test';
import { test } from './support/demo.js';
import { LANGS } from './support/names.js';

for (const lang of LANGS) {
  test(`a person logs in by text message with the mouse (${lang})`, async ({ person }) => {
    await person.open(lang);
    await person.mobile.pressSequentially('138 0013 8000');
    await person.getCodeButton.click();
    await person.puzzle.dragTo(await person.puzzle.place());
    await expect(person.puzzle.dialog).toBeHidden();
    await expect(person.code).toBeFocused();
    await person.code.pressSequentially(await person.readCode());
    await person.logInButton.click();
    await person.expectLoggedIn();
  });
}

test('a piece in the wrong place gets another picture, and the login goes on', async ({ person }) => {
  await person.open('en');
  await person.askForCode();
  const right = await person.puzzle.place();
  await person.puzzle.dragTo(right > 160 ? right - 40 : right + 40);
  await expect(person.puzzle.dialog.getByText('That was not the right place.')).toBeVisible();
  await person.solvePuzzle();
  await person.logIn();
  await person.expectLoggedIn();
});

test('a wrong code is told at its field, and the right one still works', async ({ person }) => {
  await person.open('en');
  await person.getCode();
  const right = await person.readCode();
  await person.code.fill(right === '111111' ? '222222' : '111111');
  await person.logInButton.click();
  await expect(person.error).toHaveText(/^The code is wrong/);
  await expect(person.code).toBeFocused();
  await expect(person.event('error')).toHaveCount(1);
  await person.logIn();
  await person.expectLoggedIn();
});
