import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const HEAD = `<!doctype html><meta charset="utf-8"><title>Every state of the login box</title>
<style>
  body { margin: 24px; background: #9a9da3; color: #111; font: 14px/1.4 system-ui; }
  h2 { margin: 28px 0 8px; font-size: 16px; }
  div { display: flex; flex-wrap: wrap; gap: 10px; align-items: start; }
  figure { margin: 0; }
  figcaption { font-size: 11px; }
  img { display: block; zoom: 0.75; }
</style><h1>Every state of the login box</h1>`;

/** Writes `index.html`, a page with every picture of a folder, a row for each state. */
function writeContactSheet(folder: string): string {
  const names = readdirSync(folder).filter((name) => /-\d+\.png$/.test(name));
  const rows = new Map<string, string[]>();
  for (const name of names.sort()) {
    const [, state = name, how = ''] = /^(.*?)-((?:zh-CN|en)-(?:light|dark)-\d+)\.png$/.exec(name) ?? [];
    const figure = `<figure><figcaption>${how}</figcaption><a href="${name}"><img src="${name}" alt=""></a></figure>`;
    rows.set(state, [...(rows.get(state) ?? []), figure]);
  }
  const page = [...rows].map(([state, figures]) => `<h2>${state}</h2><div>${figures.join('')}</div>`);
  writeFileSync(join(folder, 'index.html'), HEAD + page.join(''));
  return HEAD + page.join('');
}

/** Takes one picture of that page, `contact-sheet.png`. */
export async function shootContactSheet(page: Page, folder: string): Promise<void> {
  const html = writeContactSheet(folder).replaceAll(/src="([^"]+)"/g, (_, name: string) => {
    return `src="data:image/png;base64,${readFileSync(join(folder, name)).toString('base64')}"`;
  });
  await page.setViewportSize({ width: 2400, height: 1000 });
  await page.setContent(html);
  await page.screenshot({ path: join(folder, 'contact-sheet.png'), fullPage: true });
}
