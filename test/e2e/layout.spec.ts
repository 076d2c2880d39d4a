import { expect } from '@playwright/test';
import { test } from './support/demo.js';
import { layoutFaults } from './support/layout.js';
import { LANGS } from './support/names.js';

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

for (const lang of LANGS)
  test(`promise A5: the whole page fits every window, and so it does with a message on it (${lang})`, async ({
    person,
  }) => {
    const expectFits = async (widths: readonly number[]): Promise<void> => {
      for (const width of widths) {
        await person.page.setViewportSize({ width, height: 1000 });
        expect.soft(await layoutFaults(person.page), String(width)).toEqual([]);
      }
    };
    await person.open(lang, { methods: 'sms,alipay,one-click', 'area-codes': '86,852,853' });
    await expectFits([768, 320, 1280]);
    await person.open(lang);
    await person.getCode();
    await expectFits([320, 1280]);
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
