import { expect } from '@playwright/test';
import { TEST_NUMBERS } from '../../demo/server/test-numbers.js';
import { test } from './support/demo.js';
import type { Person } from './support/person.js';
import { SDK } from './support/walks/walk.js';

const DAY_MS = 86_400_000;

/** A laptop that is closed in the middle of it, and opened a day later. */
test.beforeEach(({ page }) => page.clock.install());

async function aDayAway({ page }: Person, ciam: { advance(ms: number): void }): Promise<void> {
  ciam.advance(DAY_MS);
  await page.clock.fastForward(DAY_MS);
}

test('promise N4: a puzzle of yesterday gives way to one of today', async ({ person, demo }) => {
  await person.open('en');
  await person.askForCode();
  await aDayAway(person, demo.ciam);
  await person.puzzle.dragTo(await person.puzzle.place());
  await expect(person.puzzle.dialog.locator('.note.wrong')).not.toBeEmpty();
  await person.puzzle.ready();
  await person.solvePuzzle();
  await person.logIn();
  await person.expectLoggedIn();
  expect(demo.ciam.journal.list(`${SDK}/sms/send`).filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('promise N4: a code of yesterday is refused with its reason, and another one can be had', async ({
  person,
  demo,
}) => {
  await person.open('en');
  await person.getCode();
  await aDayAway(person, demo.ciam);
  await person.logIn();
  await expect(person.error).toBeVisible();
  await expect(person.event('error')).toHaveCount(1);
  await person.getCodeButton.click();
  await person.solvePuzzle();
  await person.logIn();
  await person.expectLoggedIn();
});

test('promise N4: what was asked for after a login of yesterday starts again, with the number as it was', async ({
  person,
  demo,
}) => {
  await person.open('en');
  await person.getCode(TEST_NUMBERS.mfa.mobile);
  await person.logIn();
  await expect(person.box.locator('.title')).toBeVisible();
  await aDayAway(person, demo.ciam);
  await person.getCodeButton.click();
  await person.solvePuzzle();
  await person.code.fill(await person.readCode());
  await person.mainButton.click();
  await expect(person.event('error')).toHaveCount(1);
  await expect(person.error).toBeVisible();
  await expect(person.box.locator('.title')).toHaveCount(0);
  await expect(person.mobile).toHaveValue(TEST_NUMBERS.mfa.mobile);
});
