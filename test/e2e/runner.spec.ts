import { expect, test } from '@playwright/test';

/** A canary: when this fails, it is the set-up that is broken, not the project. */
test('Chromium opens a page and finds its way into a shadow root', async ({ page }) => {
  await page.setContent('<main></main>');
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.ariaLabel = 'Mobile number';
    document.querySelector('main')?.attachShadow({ mode: 'open' }).append(input);
  });
  await page.getByLabel('Mobile number').fill('13800000000');
  await expect(page.getByLabel('Mobile number')).toHaveValue('13800000000');
});
