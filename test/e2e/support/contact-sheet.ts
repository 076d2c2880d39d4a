import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowsers } from '../../../scripts/browsers.mjs';
import { CHROMIUM_ARGS } from '../../support/chromium-args.js';

/** Where `npm run shots` puts its pictures. */
export const SHOTS = fileURLToPath(new URL('../../../artifacts/shots/', import.meta.url));

const HEAD = `<!doctype html><meta charset="utf-8"><title>Every state of the login box</title>
<style>
  body { margin: 24px; background: #9a9da3; color: #111; font: 14px/1.4 system-ui; }
  h2 { margin: 28px 0 8px; font-size: 16px; }
  div { display: flex; flex-wrap: wrap; gap: 10px; align-items: start; }
  figure { margin: 0; }
  figcaption { font-size: 11px; }
  img { display: block; zoom: 0.75; }
</style><h1>Every state of the login box</h1>`;

/** Before the pictures are taken: those of another day are taken away. Afterwards: one page with all of them, and its picture. */
export default function contactSheet(): () => Promise<void> {
  rmSync(SHOTS, { recursive: true, force: true });
  mkdirSync(SHOTS, { recursive: true });
  return shootContactSheet;
}

/** Writes `index.html`, a page with every picture, a row for each state. */
function writeContactSheet(): string {
  const names = readdirSync(SHOTS).filter((name) => /-\d+\.png$/.test(name));
  const rows = new Map<string, string[]>();
  for (const name of names.sort()) {
    const [, state = name, how = ''] = /^(.*?)-((?:zh-CN|en)-(?:light|dark)-\d+)\.png$/.exec(name) ?? [];
    const figure = `<figure><figcaption>${how}</figcaption><a href="${name}"><img src="${name}" alt=""></a></figure>`;
    rows.set(state, [...(rows.get(state) ?? []), figure]);
  }
  const page = [...rows].map(([state, figures]) => `<h2>${state}</h2><div>${figures.join('')}</div>`);
  writeFileSync(join(SHOTS, 'index.html'), HEAD + page.join(''));
  return HEAD + page.join('');
}

/** Takes one picture of that page, `contact-sheet.png`. */
async function shootContactSheet(): Promise<void> {
  const html = writeContactSheet().replaceAll(/src="([^"]+)"/g, (_, name: string) => {
    return `src="data:image/png;base64,${readFileSync(join(SHOTS, name)).toString('base64')}"`;
  });
  const browser = await chromium.launch({
    executablePath: findBrowsers().chromium ?? '',
    args: CHROMIUM_ARGS,
  });
  const page = await browser.newPage({ viewport: { width: 2400, height: 1000 } });
  await page.setContent(html);
  await page.screenshot({ path: join(SHOTS, 'contact-sheet.png'), fullPage: true, timeout: 120_000 });
  await browser.close();
}
