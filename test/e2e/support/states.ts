import { expect } from '@playwright/test';
import type { Demo } from '../../../demo/serve.js';
import { MOBILE, type Person } from './person.js';

const SDK = '/api/v2/sdk';
const LOCKED = '13800000003';

/** Told each state of the login box as it is to be seen. */
export type OnState = (name: string) => Promise<void>;

/** Takes the login box through every state that a person can meet before a code is sent. */
export async function statesBeforeCode(person: Person, { ciam }: Demo, onState: OnState): Promise<void> {
  const { puzzle, page, names } = person;
  await onState('empty');
  await person.mobile.focus();
  await onState('focus-number');
  await person.mobile.fill('123');
  await person.getCodeButton.click();
  await expect(person.error).toBeVisible();
  await onState('number-error');

  const consent = page.getByRole('checkbox', { name: names.consentSwitch, exact: true });
  await consent.check();
  await person.mobile.fill(MOBILE);
  await person.getCodeButton.click();
  await expect(person.error).toBeVisible();
  await onState('consent-error');
  await consent.uncheck();
  await reset(person);

  ciam.faults.set(`${SDK}/captcha`, { kind: 'hang', times: 1 });
  await person.mobile.fill(MOBILE);
  await person.getCodeButton.click();
  await expect(puzzle.dialog).toBeVisible();
  await onState('puzzle-loading');
  await puzzle.dialog.getByRole('button', { name: names.cancel, exact: true }).click();

  await person.askForCode();
  await onState('puzzle-ready');
  const right = await puzzle.place();
  await puzzle.dragTo(right > 160 ? right - 40 : right + 40);
  await expect(puzzle.dialog.locator('.note.wrong')).not.toBeEmpty();
  await puzzle.ready();
  await onState('puzzle-wrong');

  // The puzzle is solved while the call after it never comes back.
  ciam.faults.set(`${SDK}/sms/send`, { kind: 'hang', times: 1 });
  await puzzle.dragTo(await puzzle.place());
  await expect(puzzle.dialog).toBeHidden();
  await onState('sending');
  await reset(person);
}

/** Goes on from a code that is sent to the end of a login. */
export async function statesAfterCode(person: Person, { ciam }: Demo, onState: OnState): Promise<void> {
  const login = `${SDK}/login/mobile-verify-code`;
  await person.getCode();
  await onState('code-sent');
  await person.code.fill((await person.readCode()) === '111111' ? '222222' : '111111');
  await person.logInButton.click();
  await expect(person.error).toBeVisible();
  await onState('code-error');

  // Not just once: a browser that finds its connection dead asks again over another, by itself.
  ciam.faults.set(login, { kind: 'reset' });
  await person.logIn();
  await expect(person.logInButton).toBeFocused();
  await expect(person.error).toBeVisible();
  await onState('network-error');
  ciam.faults.clear();

  ciam.faults.set(login, { kind: 'status', status: 429, headers: { 'Retry-After': '30' }, times: 1 });
  await person.logIn();
  await expect(person.error).toContainText('30');
  await onState('too-many');
  await reset(person);

  await person.getCode(LOCKED);
  await person.logIn();
  await expect(person.error).toContainText('14');
  await onState('locked');

  await reset(person);
  await person.getCode();
  ciam.faults.set(login, { kind: 'hang', times: 1 });
  await person.logIn();
  await onState('logging-in');
  await reset(person);
  await person.mobile.fill(MOBILE);
  await person.logIn();
  await person.expectLoggedIn();
  await onState('done');
}

/** What a page does that wants its login box empty again; whatever was under way ends. */
async function reset({ box, mobile }: Person): Promise<void> {
  await box.evaluate((element) => (element as HTMLElement & { reset(): void }).reset());
  await expect(mobile).toHaveValue('');
}
