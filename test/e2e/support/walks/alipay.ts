import { expect } from '@playwright/test';
import { type Walker, refused } from './walk.js';

/** Alipay: on the way there, back from there, and where there is no way. */
export async function alipay(walker: Walker): Promise<void> {
  const { person, demo, lang, theme, onState } = walker;
  const { page, box } = person;
  const busy = box.locator('.main[data-busy]');
  const open = (): Promise<void> => person.open(lang, { methods: 'alipay,sms', theme });

  await open();
  // As where the browser is slow to go.
  await page.route(`${demo.alipayUrl}*`, (route) => route.fulfill({ status: 204 }));
  await person.mainButton.click();
  await expect(busy).toBeVisible();
  await onState('alipay-leaving');
  await page.unroute(`${demo.alipayUrl}*`);

  const comeBack = async (way: string): Promise<void> => {
    await open();
    await person.mainButton.click();
    await page.locator(`#${way}`).click();
  };
  await comeBack('cancel');
  await refused(walker, 'alipay-cancelled');
  await comeBack('doubled-state');
  await refused(walker, 'alipay-state');
  demo.ciam.faults.set('/api/v3/sdk/login/alipay', { kind: 'hang', times: 1 });
  await comeBack('agree');
  await expect(busy).toBeVisible();
  await onState('alipay-returning');

  await open();
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'userAgent', { value: `${navigator.userAgent} MicroMessenger/8.0` });
  });
  await person.mainButton.click();
  await refused(walker, 'alipay-unavailable');
}
