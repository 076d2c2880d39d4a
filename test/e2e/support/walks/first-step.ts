import { expect } from '@playwright/test';
import { MOBILE } from '../person.js';
import { type Walker, SDK, refused, reset } from './walk.js';

/** What a person can meet before a code is sent. */
export async function firstStep(walker: Walker): Promise<void> {
  const { person, lang, theme, onState } = walker;
  await person.open(lang, { theme });
  await onState('empty');
  await person.mobile.focus();
  await onState('focus-number');
  await person.mobile.fill('123');
  await person.getCodeButton.click();
  await refused(walker, 'number-error');
  await person.open(lang, { theme, consent: '1', 'area-codes': '86,852,853' });
  await person.mobile.fill(MOBILE);
  await person.getCodeButton.click();
  await refused(walker, 'consent-error');
  await person.box.getByRole('checkbox').check();
  await onState('consent-given');
}

/** The puzzle, and the call after it. */
export async function puzzle({ person, demo, lang, theme, onState }: Walker): Promise<void> {
  await person.open(lang, { theme });
  demo.ciam.faults.set(`${SDK}/captcha`, { kind: 'hang', times: 1 });
  await person.mobile.fill(MOBILE);
  await person.getCodeButton.click();
  await expect(person.puzzle.dialog).toBeVisible();
  await onState('puzzle-loading');
  await person.puzzle.dialog.getByRole('button', { name: person.names.cancel, exact: true }).click();

  await person.askForCode();
  await onState('puzzle-ready');
  const right = await person.puzzle.place();
  await person.puzzle.dragTo(right > 160 ? right - 40 : right + 40);
  await expect(person.puzzle.dialog.locator('.note.wrong')).not.toBeEmpty();
  await person.puzzle.ready();
  await onState('puzzle-wrong');

  // The puzzle is solved while the call after it never comes back.
  demo.ciam.faults.set(`${SDK}/sms/send`, { kind: 'hang', times: 1 });
  await person.puzzle.dragTo(await person.puzzle.place());
  await expect(person.puzzle.dialog).toBeHidden();
  await onState('sending');
  await reset(person);
}
