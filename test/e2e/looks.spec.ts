import { expect } from '@playwright/test';
import { TEST_NUMBERS } from '../../demo/server/test-numbers.js';
import { ar } from '../../src/locales/ar.js';
import { test } from './support/demo.js';
import { Looks, MOST_PIXELS } from './support/looks.js';
import { statesOfTabs } from './support/more-states.js';
import { LANGS } from './support/names.js';
import { MOBILE } from './support/person.js';
import { compare } from './support/picture.js';
import { Puzzle } from './support/puzzle.js';
import type { Scheme } from './support/studio.js';

/** What is narrow in one language is wide in the other, and so with light and dark. */
const WAYS: Readonly<Record<(typeof LANGS)[number], readonly (readonly [Scheme, number])[]>> = {
  'zh-CN': [
    ['light', 280],
    ['dark', 420],
  ],
  en: [
    ['light', 420],
    ['dark', 280],
  ],
};

const PLAIN = { theme: 'plain' };

test.describe.configure({ timeout: 60_000 });

for (const lang of LANGS) {
  const watch = (looks: Looks) => async (state: string) => {
    for (const [scheme, width] of WAYS[lang]) await looks.expectKept({ state, lang, scheme, width });
  };

  test(`the login box looks as it did (${lang})`, async ({ person, page }) => {
    const looks = new Looks(page);
    const onState = watch(looks);
    await person.open(lang, PLAIN);
    await looks.needSameFonts();
    await onState('empty');
    await person.mobile.fill('123');
    await person.getCodeButton.click();
    await expect(person.error).toBeVisible();
    await onState('number-error');
    await person.askForCode(TEST_NUMBERS.passwordWarn.mobile);
    await onState('puzzle');
    await person.solvePuzzle();
    await onState('code-sent');
    await person.logIn();
    await person.box.locator('#newPassword').fill('Abc');
    await onState('new-password');
  });

  test(`tabs, refusals and the end look as they did (${lang})`, async ({ person, page, demo }) => {
    const looks = new Looks(page);
    const onState = watch(looks);
    await person.open(lang, PLAIN);
    await looks.needSameFonts();
    // Whose code is always the same.
    await person.getCode(TEST_NUMBERS.fixedCode.mobile);
    demo.ciam.faults.set('/api/v2/sdk/login/mobile-verify-code', { kind: 'reset' });
    await person.logIn();
    await expect(person.error).toBeVisible();
    await onState('form-error');
    demo.ciam.faults.clear();
    await person.logInButton.click();
    await person.expectLoggedIn();
    await onState('done');
    await statesOfTabs(person, lang, 'plain', onState);
  });
}

test('the themes of the demo look as they did', async ({ person, page }) => {
  const looks = new Looks(page);
  const shots = {
    bank: ['en', 'light', 420],
    shop: ['zh-CN', 'light', 320],
    app: ['en', 'dark', 320],
  } as const;
  for (const [theme, [lang, scheme, width]] of Object.entries(shots)) {
    await person.open(lang, { theme, methods: 'sms,alipay,one-click', consent: '1' });
    await looks.needSameFonts();
    await expect(person.box.getByRole('tab')).toHaveCount(3);
    await looks.expectKept({ state: `theme-${theme}`, lang, scheme, width });
  }
});

test('a language from right to left looks as it did', async ({ person, page }) => {
  const looks = new Looks(page);
  const shot = { lang: 'ar', scheme: 'light', width: 320 } as const;
  await page.goto(person.address('en', { ...PLAIN, 'box-lang': 'ar', methods: 'sms,alipay', consent: '1' }));
  await looks.needSameFonts();
  const { box } = person;
  await box.getByRole('textbox', { name: ar.mobile }).fill('123');
  await box.getByRole('button', { name: ar.getCode }).click();
  await expect(person.error).toBeVisible();
  await looks.expectKept({ ...shot, state: 'number-error' });
  await box.getByRole('textbox', { name: ar.mobile }).fill(MOBILE);
  await box.getByRole('checkbox').check();
  await box.getByRole('button', { name: ar.getCode }).click();
  await new Puzzle(page, ar.puzzleTitle).ready();
  await looks.expectKept({ ...shot, state: 'puzzle' });
});

test('the comparison finds two pixels, and a colour that is a little other', async ({ person, page }) => {
  const looks = new Looks(page);
  await person.open('en', PLAIN);
  const way = { scheme: 'light', width: 420 } as const;
  const before = await looks.take(way);
  expect(compare(await looks.take(way), before).pixels, 'nothing has changed').toBe(0);
  for (const [what, css] of [
    ['a button moves', '.main { position: relative; top: 2px }'],
    ['a label moves', 'label { position: relative; left: 2px }'],
    ['there is more room', 'form { gap: calc(1.125em + 2px) }'],
    ['a blue is another', '.main { background: #2a5fff }'],
    ['a small text is paler', '.send { color: #3f78ff }'],
    ['a frame is lighter', '.control { border-color: #9098a8 }'],
  ] as const) {
    await person.box.evaluate((box, rule) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rule);
      const root = box.shadowRoot!;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }, css);
    expect(compare(await looks.take(way), before).pixels, what).toBeGreaterThan(MOST_PIXELS);
    await person.box.evaluate((box) => {
      const root = box.shadowRoot!;
      root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, -1);
    });
  }
});
