import { expect } from '@playwright/test';
import { TEST_NUMBERS } from '../../demo/server/test-numbers.js';
import { test } from './support/demo.js';
import { layoutFaults } from './support/layout.js';
import { statesOfTabs } from './support/more-states.js';

/** A canary for the pictures' checks: what they should find is put there on purpose, and they have to find it. */
const WRONGS: readonly (readonly [what: string, css: string, said: RegExp])[] = [
  ['a box that is too wide', 'form { width: 150vw }', /^the page is \d+ px wide/],
  ['a field that is too wide for its frame', '.control input { min-width: 40em }', /px wide in/],
  ['a text that is cut off', '.main { height: 12px; min-height: 0; padding: 0 }', /leaves button/],
  ['small text in a field', '.control input { font-size: 15px }', /its text is 15 px/],
  ['a small target', '.send { height: 20px; min-height: 0 }', /a target of/],
];

test('the layout of an untouched box has no fault', async ({ person }) => {
  await person.open('en');
  expect(await layoutFaults(person.page)).toEqual([]);
});

// Tight where targets could become small, and wide where words are long.
for (const [density, lang] of [
  ['0.85', 'zh-CN'],
  ['1.15', 'en'],
] as const)
  test(`promise A5: nor has one of density ${density} in a window of 280 px (${lang})`, async ({
    person,
  }) => {
    await person.page.setViewportSize({ width: 280, height: 800 });
    const onState = async (state: string): Promise<void> => {
      await person.box.evaluate((box, value) => {
        box.style.setProperty('--ciam-density', value);
      }, density);
      expect.soft(await layoutFaults(person.page), state).toEqual([]);
    };
    await statesOfTabs(person, lang, 'plain', onState);
    await person.open(lang);
    await person.mobile.fill('123');
    await person.getCodeButton.click();
    await expect(person.error).toBeVisible();
    await onState('number-error');
    await person.askForCode(TEST_NUMBERS.passwordWarn.mobile);
    await onState('puzzle');
    await person.solvePuzzle();
    await onState('code-sent');
    await person.logIn();
    await expect(person.box.locator('#newPassword')).toBeVisible();
    await onState('new-password');
  });

test('each kind of fault in the layout is found', async ({ person }) => {
  await person.open('en');
  for (const [what, css, said] of WRONGS) {
    await person.box.evaluate((box, rule) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rule);
      const root = box.shadowRoot!;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 2), sheet];
    }, css);
    expect(await layoutFaults(person.page), what).toContainEqual(expect.stringMatching(said));
  }
});
