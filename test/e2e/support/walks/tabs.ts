import { expect } from '@playwright/test';
import { type Walker, refused } from './walk.js';

/** The tabs, and choices that a page can make. */
export async function tabs({ person, lang, theme, onState }: Walker): Promise<void> {
  const methods = 'sms,alipay,one-click';
  await person.open(lang, { methods, theme, consent: '1', 'area-codes': '86,852,853' });
  const all = person.box.getByRole('tab');
  await expect(all).toHaveCount(3);
  await onState('tab-sms');
  for (const [index, name] of ['tab-alipay', 'tab-one-click'].entries()) {
    await all.nth(index + 1).click();
    await expect(person.mobile).toBeHidden();
    await onState(name);
  }
}

/** One tap: while the carrier is asked, and after it has failed, with another form to go on with and without. */
export async function oneTap(walker: Walker): Promise<void> {
  const { person, lang, theme, onState } = walker;
  const press = async (methods: string, carrier: string): Promise<void> => {
    await person.open(lang, { methods, theme, carrier });
    await person.mainButton.click();
  };
  await press('one-click,sms', 'hang');
  await expect(person.box.locator('.main[data-busy]')).toBeVisible();
  await onState('one-tap-asking');
  await press('one-click,sms', 'reject');
  await expect(person.mobile).toBeFocused();
  await refused(walker, 'one-tap-failed');
  await press('one-click', 'reject');
  await refused(walker, 'one-tap-alone-failed');
}
