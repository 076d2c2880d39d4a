import { expect } from '@playwright/test';
import { TEST_NUMBERS } from '../../../demo/server/test-numbers.js';
import type { Lang } from './names.js';
import type { Person } from './person.js';
import type { OnState } from './states.js';

const ALL = { methods: 'sms,alipay,one-click' };

/** The tabs, and choices that a page can make. */
export async function statesOfTabs(
  person: Person,
  lang: Lang,
  theme: string,
  onState: OnState,
): Promise<void> {
  await person.open(lang, { ...ALL, theme, consent: '1', 'area-codes': '86,852,853' });
  const tabs = person.box.getByRole('tab');
  await expect(tabs).toHaveCount(3);
  await onState('tab-sms');
  for (const [index, name] of ['tab-alipay', 'tab-one-click'].entries()) {
    await tabs.nth(index + 1).click();
    await expect(person.mobile).toBeHidden();
    await onState(name);
  }
}

/** What the server may ask for after the first step. */
export async function statesContinued(
  person: Person,
  lang: Lang,
  theme: string,
  onState: OnState,
): Promise<void> {
  for (const [name, { mobile }] of [
    ['second-factor', TEST_NUMBERS.mfa],
    ['bind', TEST_NUMBERS.socialBind],
    ['new-password', TEST_NUMBERS.passwordWarn],
  ] as const) {
    await person.open(lang, { theme });
    await person.getCode(mobile);
    await person.logIn();
    await expect(person.box.locator('.title')).toBeVisible();
    if (name === 'new-password') await person.box.locator('#newPassword').fill('Abc');
    await onState(name);
  }
}
