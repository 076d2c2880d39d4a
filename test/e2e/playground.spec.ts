import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { closeServer, listen } from '../../demo/listen.js';
import { startCiamServer } from '../../demo/server/ciam-server.js';
import { createStaticFiles } from '../../demo/static-files.js';
import { ja } from '../../src/locales/ja.js';
import { test } from './support/demo.js';
import { MOBILE } from './support/person.js';
import { Puzzle } from './support/puzzle.js';

const CARRIER = `export const carrier = { getToken: () => Promise.reject(new Error('no network')) };`;

/** Somebody's own page, with the built files beside it and their own carrier. */
async function startPage(html: string) {
  const files = createStaticFiles(fileURLToPath(new URL('../../dist/cdn', import.meta.url)), {});
  const own: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/': [
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><link rel="icon" href="data:," />${html}`,
    ],
    '/carrier.js': ['text/javascript', CARRIER],
  };
  const server = createServer((req, res) => {
    const [type, text] = own[req.url ?? ''] ?? [];
    if (type) res.setHeader('content-type', type).end(text);
    else void files(req, res).then((found) => found || res.writeHead(404).end());
  });
  const port = await listen(server, 0, 'localhost');
  return { origin: `http://localhost:${port}`, stop: () => closeServer(server) };
}

test('the code that the panel writes makes the login box that it shows, on any page', async ({
  person,
  page,
}) => {
  await person.open('en', { methods: 'sms,one-click' });
  await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('日本語');
  await expect(person.box.getByRole('textbox', { name: ja.mobile })).toBeVisible();
  const snippet = await page.getByRole('group', { name: 'Put it into your page' }).innerText();

  let origins: string[] = [];
  const tenant = await startCiamServer({ host: 'localhost', allowedOrigins: () => origins });
  const html = snippet
    .replaceAll('https://your.cdn', '')
    .replace(/base-url="[^"]+"/, `base-url="${tenant.origin}"`);
  const own = await startPage(html);
  origins = [own.origin];
  try {
    const heard = page.waitForEvent('console');
    await page.goto(own.origin);
    await expect(person.box.getByRole('tab')).toHaveCount(2);
    await person.box.getByRole('textbox', { name: ja.mobile }).fill(MOBILE);
    await person.box.getByRole('button', { name: ja.getCode }).click();
    const puzzle = new Puzzle(page, ja.puzzleTitle);
    await puzzle.dragTo(await puzzle.place());
    const code = person.box.getByRole('textbox', { name: ja.code });
    await expect(code).toBeFocused();
    await code.fill(tenant.inbox.latestCode(MOBILE) ?? '');
    await person.box.getByRole('button', { name: ja.methods.sms.button, exact: true }).click();
    await expect(person.box.locator('.done')).toBeVisible();
    expect(await (await heard).args()[0]?.evaluate((session) => Object.keys(session as object))).toContain(
      'sessionToken',
    );
  } finally {
    await own.stop();
    await tenant.stop();
  }
});
