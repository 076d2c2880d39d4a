import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { THEMES } from '../../demo/page/scene.js';
import { SHOTS } from './support/contact-sheet.js';
import { test } from './support/demo.js';
import { LANGS } from './support/names.js';
import { SCHEMES, Studio, WAYS, type Way } from './support/studio.js';
import { WALKS } from './support/walks/all.js';
import { firstStep } from './support/walks/first-step.js';
import { tabs } from './support/walks/tabs.js';
import type { Walk } from './support/walks/walk.js';

/** The themes change colours and corners, which a few states show. */
const THEMED: Readonly<Record<string, Walk>> = { 'first-step': firstStep, tabs };
const ONE_WIDTH: readonly Way[] = SCHEMES.map((scheme) => ({ scheme, width: 320 }));

test.describe.configure({ timeout: 180_000 });
test.use({ screenshot: 'off' });

// `npm run shots`. The same ways are compared, and their layout checked, in `looks.spec.ts`.
for (const theme of THEMES)
  for (const lang of LANGS)
    for (const [name, walk] of Object.entries(theme === 'plain' ? WALKS : THEMED))
      test(`${theme}: ${name} (${lang})`, async ({ person, demo, page }) => {
        const studio = new Studio(page, false);
        const onState = (state: string): Promise<void> =>
          studio.show(theme === 'plain' ? WAYS : ONE_WIDTH, async ({ scheme, width }) => {
            const prefix = theme === 'plain' ? '' : `theme-${theme}-`;
            const file = `${prefix}${state}-${lang}-${scheme}-${width}.png`;
            writeFileSync(join(SHOTS, file), await studio.shoot());
          });
        await walk({ person, demo, lang, theme, onState });
      });

for (const lang of LANGS)
  test(`the whole page (${lang})`, async ({ person, page }) => {
    await person.open(lang);
    await person.getCode();
    for (const width of [1280, 768, 320])
      for (const scheme of SCHEMES) {
        await page.setViewportSize({ width, height: 1000 });
        await page.emulateMedia({ colorScheme: scheme });
        const path = join(SHOTS, `page-${lang}-${scheme}-${width}.png`);
        await page.screenshot({ path, fullPage: true, animations: 'disabled' });
      }
  });
