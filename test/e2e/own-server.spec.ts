import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startCiamServer } from '../../demo/server/ciam-server.js';
import { findNginx, findOpenssl } from '../../scripts/programs.mjs';
import { type StartFront, startNodeFront } from '../support/front/front.js';
import { nginxStarter } from '../support/front/nginx.js';
import { startTenant } from '../support/front/tenant.js';
import { watchComplaints } from './support/complaints.js';
import { NAMES } from './support/names.js';
import { MOBILE } from './support/person.js';
import { Puzzle } from './support/puzzle.js';

// No `base-url`: the tenant is behind the page's own origin.
const PAGE = `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">
<script type="module" src="/login/ciam-login.js"></script><script type="module" src="/shop.js"></script>
<ciam-login client-id="demo-client" methods="sms"></ciam-login>`;
const SCRIPT = `addEventListener('ciam-login-success', ({ detail }) => { document.title = detail.status; });`;

/** Logs in by text message at the page of a server of this kind. */
async function logIn(page: Page, start: StartFront): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ciam-own-'));
  const pages = `${folder}/pages`;
  mkdirSync(pages);
  cpSync('dist/cdn', `${pages}/login`, { recursive: true });
  writeFileSync(`${pages}/index.html`, PAGE);
  writeFileSync(`${pages}/shop.js`, SCRIPT);
  const ciam = await startCiamServer();
  const tenant = await startTenant(findOpenssl() ?? '', folder, ciam.handler);
  const work = mkdtempSync(`${folder}/work-`);
  const { port: tenantPort, certificate, key } = tenant;
  const front = await start({ tenantPort, certificate, key, pages, allowedOrigin: '', work });
  try {
    const complaints = watchComplaints(page);
    const response = await page.goto(front.origin);
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    const box = page.locator('ciam-login');
    const names = NAMES.en;
    await box.getByRole('textbox', { name: names.mobile, exact: true }).fill(MOBILE);
    await box.getByRole('button', { name: names.getCode, exact: true }).click();
    const puzzle = new Puzzle(page, names.puzzle);
    await puzzle.dragTo(await puzzle.place());
    const code = box.getByRole('textbox', { name: names.code, exact: true });
    await expect(code).toBeFocused(); // once it is sent
    await code.fill(ciam.inbox.latestCode(MOBILE) ?? '');
    await box.getByRole('button', { name: names.logIn, exact: true }).click();
    await expect(page).toHaveTitle('SUCCESS');
    complaints.expectNone(); // a violation of the policy would be one
    const addresses = ciam.journal.list().map(({ headers }) => headers['x-device-ip']);
    expect(new Set(addresses)).toEqual(new Set(['127.0.0.1']));
    expect(ciam.journal.list({ method: 'OPTIONS' })).toEqual([]);
  } finally {
    await Promise.all([front.stop(), tenant.stop(), ciam.stop()]);
    rmSync(folder, { recursive: true });
  }
}

test('promise S1: a page logs in through its own server, deploy/nginx.conf', async ({ page }) => {
  const nginx = findNginx();
  test.skip(!nginx || !findOpenssl(), 'nginx or openssl is not installed here');
  await logIn(page, nginxStarter(nginx ?? ''));
});

test('promise S1: a page logs in through its own server, deploy/node-server.mjs', async ({ page }) => {
  test.skip(!findOpenssl(), 'openssl is not installed here');
  await logIn(page, startNodeFront);
});
