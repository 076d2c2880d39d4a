import { expect } from '@playwright/test';
import { TEST_NUMBERS } from '../../../../demo/server/test-numbers.js';
import { type Walker, refused } from './walk.js';

/** Logs in with a number of which the tenant wants something more. */
async function enter({ person, lang, theme }: Walker, part: keyof typeof TEST_NUMBERS): Promise<void> {
  await person.open(lang, { theme });
  await person.getCode(TEST_NUMBERS[part].mobile);
  await person.logIn();
  await expect(person.box.locator('.title')).toBeVisible();
}

/** A second factor, a number or an address that is bound, somebody new. */
export async function continued(walker: Walker): Promise<void> {
  const { person, onState } = walker;
  const { box } = person;
  await enter(walker, 'mfa');
  await onState('second-factor');
  await person.getCodeButton.click();
  await person.puzzle.ready();
  await person.solvePuzzle();
  await onState('second-factor-sent');
  await enter(walker, 'socialBind');
  await onState('bind');
  await box.locator('.plain').first().click();
  await expect(box.locator('#email')).toBeVisible();
  await onState('bind-email');
  await person.getCodeButton.click();
  await refused(walker, 'bind-email-error');
  await enter(walker, 'userRegister');
  await onState('register');
}

/** A new password: some of its rules are met, it is refused, and one that may not be put off. */
export async function passwords(walker: Walker): Promise<void> {
  const { person, onState } = walker;
  const { box } = person;
  await enter(walker, 'passwordWarn');
  await box.locator('#oldPassword').fill('Test-1234');
  await box.locator('#newPassword').fill('Abc');
  await onState('new-password');
  await person.mainButton.click();
  await refused(walker, 'new-password-error');
  await enter(walker, 'passwordExpired');
  await onState('password-expired');
}
