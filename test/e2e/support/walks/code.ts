import { expect } from '@playwright/test';
import { FIXED_CODE, FIXED_MOBILE, TEST_NUMBERS } from '../../../../demo/server/test-numbers.js';
import { type Walker, SDK, refused, reset } from './walk.js';

const LOGIN = `${SDK}/login/mobile-verify-code`;

/** From a code that is sent to the end of a login. The number has the same code each time, for the pictures. */
export async function code(walker: Walker): Promise<void> {
  const { person, demo, lang, theme, onState } = walker;
  const { faults } = demo.ciam;
  const logIn = async (): Promise<void> => {
    await person.code.fill(FIXED_CODE);
    await person.logInButton.click();
  };
  await person.open(lang, { theme });
  await person.getCode(FIXED_MOBILE);
  await onState('code-sent');
  await person.code.fill('111111');
  await person.logInButton.click();
  await refused(walker, 'code-error');

  // Not just once: a browser that finds its connection dead asks again over another, by itself.
  faults.set(LOGIN, { kind: 'reset' });
  await logIn();
  await refused(walker, 'network-error');
  faults.clear();

  faults.set(LOGIN, { kind: 'hang', times: 1 });
  await logIn();
  await expect(person.box.locator('.main[data-busy]')).toBeVisible();
  await onState('logging-in');
  await reset(person);
  await person.mobile.fill(FIXED_MOBILE);
  await logIn();
  await person.expectLoggedIn();
  await onState('done');
}

/** Refusals of a tenant after which there is nothing to do but wait, or to ask somebody. */
export async function refusals(walker: Walker): Promise<void> {
  const { person, demo, lang, theme } = walker;
  const { faults } = demo.ciam;
  await person.open(lang, { theme });
  await person.mobile.fill(FIXED_MOBILE);
  await person.code.fill(FIXED_CODE);
  faults.set(LOGIN, { kind: 'status', status: 429, headers: { 'Retry-After': '30' }, times: 1 });
  await person.logInButton.click();
  await refused(walker, 'too-many');
  await person.open(lang, { theme });
  await person.getCode(TEST_NUMBERS.userLocked.mobile);
  await person.logIn();
  await expect(person.error).toContainText('14');
  await person.code.fill(FIXED_CODE);
  await refused(walker, 'locked');
  await reset(person);
  await person.askForCode(TEST_NUMBERS.sendFails.mobile);
  await person.puzzle.dragTo(await person.puzzle.place());
  await refused(walker, 'not-sent');
}
