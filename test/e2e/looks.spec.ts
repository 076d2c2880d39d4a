import { expect } from '@playwright/test';
import { ar } from '../../src/locales/ar.js';
import { test } from './support/demo.js';
import { LOADING_SHAPE } from './support/loading-shape.js';
import { Looks, MOST_PIXELS } from './support/looks.js';
import { LANGS } from './support/names.js';
import { MOBILE } from './support/person.js';
import { compare, packed } from './support/picture.js';
import { Puzzle } from './support/puzzle.js';
import { Studio } from './support/studio.js';
import { WALKS } from './support/walks/all.js';

const PLAIN = { theme: 'plain' };

test.describe.configure({ timeout: 120_000 });
test.beforeEach(async ({ page }) => {
  // A countdown says the same in each picture.
  await page.clock.setFixedTime(Date.now());
});

for (const [name, walk] of Object.entries(WALKS))
  for (const lang of LANGS)
    test(`promises A1, A5 and A8: every state fits its place and looks as it did: ${name} (${lang})`, async ({
      person,
      demo,
      complaints,
    }) => {
      const looks = new Looks(person.page, `${name}-${lang}`);
      const onState = async (state: string): Promise<void> => {
        await looks.expectKept(state);
        complaints.expectNone();
      };
      await walk({ person, demo, lang, theme: 'plain', onState });
      looks.expectNoOthers();
    });

test('the themes of the demo look as they did', async ({ person, page }) => {
  const looks = new Looks(page, 'themes');
  const shots = {
    bank: ['en', 'light', 420],
    shop: ['zh-CN', 'light', 320],
    app: ['en', 'dark', 320],
  } as const;
  for (const [theme, [lang, scheme, width]] of Object.entries(shots)) {
    await person.open(lang, { theme, methods: 'sms,alipay,one-click', consent: '1' });
    await expect(person.box.getByRole('tab')).toHaveCount(3);
    await looks.expectKept(`${theme}-${lang}`, [{ scheme, width }]);
  }
  looks.expectNoOthers();
});

test('a language from right to left looks as it did', async ({ person, page }) => {
  const looks = new Looks(page, 'right-to-left');
  const ways = [{ scheme: 'light', width: 320 }] as const;
  await page.goto(person.address('en', { ...PLAIN, 'box-lang': 'ar', methods: 'sms,alipay', consent: '1' }));
  const { box } = person;
  await box.getByRole('textbox', { name: ar.mobile }).fill('123');
  await box.getByRole('button', { name: ar.getCode }).click();
  await expect(person.error).toBeVisible();
  await looks.expectKept('number-error', ways);
  await box.getByRole('textbox', { name: ar.mobile }).fill(MOBILE);
  await box.getByRole('checkbox').check();
  await box.getByRole('button', { name: ar.getCode }).click();
  await new Puzzle(page, ar.puzzleTitle).ready();
  await looks.expectKept('puzzle', ways);
  looks.expectNoOthers();
});

test('the shape before the tag is defined looks as it did', async ({ page }) => {
  const looks = new Looks(page, 'loading');
  const kinds = { 'one-method': '', tabs: 'alipay-app-id="2021000000000000" terms-url="/t"' };
  for (const [kind, attributes] of Object.entries(kinds)) {
    await page.setContent(`<!doctype html><meta name="color-scheme" content="light dark">
      <style>${LOADING_SHAPE} body { margin: 16px }</style><ciam-login ${attributes}></ciam-login>`);
    await looks.expectPictures(kind);
  }
  looks.expectNoOthers();
});

test('the comparison finds two pixels, and a colour that is a little other', async ({ person, page }) => {
  await person.open('en', PLAIN);
  const studio = new Studio(page, true);
  await studio.show([{ scheme: 'light', width: 420 }], async () => {
    const before = packed(await studio.shoot());
    expect(compare(await studio.shoot(), before).pixels, 'nothing has changed').toBe(0);
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
      expect(compare(await studio.shoot(), before).pixels, what).toBeGreaterThan(MOST_PIXELS);
      await person.box.evaluate((box) => {
        const root = box.shadowRoot!;
        root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, -1);
      });
    }
  });
});
