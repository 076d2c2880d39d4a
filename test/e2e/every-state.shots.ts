import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { THEMES } from '../../demo/page/scene.js';
import { shootContactSheet } from './support/contact-sheet.js';
import { test } from './support/demo.js';
import { layoutFaults } from './support/layout.js';
import { LANGS } from './support/names.js';
import { statesContinued, statesOfTabs } from './support/more-states.js';
import { SCHEMES, Studio } from './support/studio.js';
import { statesAfterCode, statesBeforeCode, type OnState } from './support/states.js';

/**
 * `npm run shots`: a picture of each state in each language, colour scheme and width, and one page with all of them. The layout
 * of each is checked.
 */
const FOLDER = fileURLToPath(new URL('../../artifacts/shots/', import.meta.url));
const WIDTHS = [280, 420];

test.describe.configure({ timeout: 180_000 });
test.use({ screenshot: 'off' });

test.beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true });
});

function camera(page: Page, lang: string, prefix = '', widths = WIDTHS): OnState {
  const studio = new Studio(page);
  return async (state) => {
    for (const width of widths) {
      for (const scheme of SCHEMES) {
        await studio.enter({ width, scheme });
        const name = `${prefix}${state}-${lang}-${scheme}-${width}`;
        expect.soft(await layoutFaults(page), name).toEqual([]);
        const path = join(FOLDER, `${name}.png`);
        await page.screenshot({ path, clip: await studio.frame(), animations: 'disabled', caret: 'initial' });
      }
    }
    await studio.leave();
  };
}

for (const lang of LANGS) {
  test(`every state (${lang})`, async ({ person, demo, page }) => {
    const onState = camera(page, lang);
    await person.open(lang, { theme: 'plain' });
    await statesBeforeCode(person, demo, onState);
    await statesAfterCode(person, demo, onState);
  });
  test(`tabs and continuations (${lang})`, async ({ person, page }) => {
    const onState = camera(page, lang);
    await statesOfTabs(person, lang, 'plain', onState);
    await statesContinued(person, lang, 'plain', onState);
  });
  test(`themes (${lang})`, async ({ person, page }) => {
    for (const [index, theme] of THEMES.filter((each) => each !== 'plain').entries()) {
      const onState = camera(page, lang, `theme-${theme}-`, [320]);
      await statesOfTabs(person, lang, theme, onState);
      await person.open(lang, { theme });
      await person.mobile.fill('123');
      await person.getCodeButton.click();
      await onState('number-error');
      // A number of its own: another code to the same one would have to wait.
      await person.askForCode(`1391390000${index}`);
      await onState('puzzle');
      await person.solvePuzzle();
      await person.logIn();
      await person.expectLoggedIn();
      await onState('done');
    }
  });
}

test.describe('at the end', () => {
  test.afterAll(async ({ browser }) => {
    const page = await browser.newPage();
    await shootContactSheet(page, FOLDER);
    await page.close();
  });
  test('the folder is there', () => undefined);
});
