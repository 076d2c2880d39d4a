import { type Browser, expect, type Page } from '@playwright/test';
import type { CiamServer } from '../../demo/server/ciam-server.js';
import { NAMES } from '../e2e/support/names.js';
import { MOBILE } from '../e2e/support/person.js';
import { Puzzle } from '../e2e/support/puzzle.js';
import { WATCHER } from './cold-load.js';
import { slowDown } from './conditions.js';
import type { PageNotes } from './page-notes.js';

/** What one login by text message came to. */
export interface LoginRun {
  /** Milliseconds from the press on "Get code" until the first call leaves. */
  readonly sendCodeLeaves: number;
  /** The same for "Log in". */
  readonly logInLeaves: number;
  /** The longest task from the form to the end, in milliseconds; 0 where none was longer than 50 ms. */
  readonly longTask: number;
  /** Methods and paths at the tenant, in their order; what a browser asks by itself (`OPTIONS`) is not there. */
  readonly calls: readonly string[];
  /** How often the browser asked first whether it may. */
  readonly preflights: number;
  /** Of all answers of the tenant, headers and bodies as they went over the wire. */
  readonly tenantBytes: number;
  /** Of the same for files: the page, the module, its chunks. */
  readonly fileBytes: number;
}

const TYPING_MS = 60;
const patient = expect.configure({ timeout: 30_000 });

/** Logs in as a person does: types the number, moves the piece, types the code. */
export async function logIn(
  browser: Browser,
  url: string,
  ciam: CiamServer,
  slower: number,
): Promise<LoginRun> {
  ciam.reset();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US' });
  context.setDefaultTimeout(30_000);
  try {
    await context.addInitScript({ path: WATCHER });
    const page = await context.newPage();
    const received = { tenant: 0, files: 0 };
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const fromTenant = new Set<string>();
    devtools.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.url.startsWith(ciam.origin)) fromTenant.add(requestId);
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      received[fromTenant.has(requestId) ? 'tenant' : 'files'] += encodedDataLength;
    });
    await slowDown(devtools, slower);
    await page.goto(url);
    await typeAndPress(page, ciam);
    return {
      ...(await readNotes(page, ciam.origin)),
      calls: ciam.journal
        .list()
        .filter(({ method }) => method !== 'OPTIONS')
        .map(({ method, path }) => `${method} ${path}`),
      preflights: ciam.journal.list({ method: 'OPTIONS' }).length,
      tenantBytes: received.tenant,
      fileBytes: received.files,
    };
  } finally {
    await context.close();
  }
}

async function typeAndPress(page: Page, ciam: CiamServer): Promise<void> {
  const names = NAMES.en;
  const box = page.locator('ciam-login');
  await box
    .getByRole('textbox', { name: names.mobile, exact: true })
    .pressSequentially(MOBILE, { delay: TYPING_MS });
  await box.getByRole('button', { name: names.getCode, exact: true }).click();
  const puzzle = new Puzzle(page, names.puzzle);
  await puzzle.dragTo(await puzzle.place());
  await patient(puzzle.dialog).toBeHidden();
  await patient.poll(() => ciam.inbox.latestCode(MOBILE)).not.toBeNull();
  await box
    .getByRole('textbox', { name: names.code, exact: true })
    .pressSequentially(ciam.inbox.latestCode(MOBILE) ?? '', { delay: TYPING_MS });
  await box.getByRole('button', { name: names.logIn, exact: true }).click();
  await patient(box.locator('.done')).toBeVisible();
}

async function readNotes(page: Page, tenant: string) {
  const { notes, departures } = await page.evaluate(
    (origin) => ({
      notes: (globalThis as unknown as { notes: PageNotes }).notes,
      departures: performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.startsWith(origin))
        .map(({ startTime }) => startTime),
    }),
    tenant,
  );
  const { usable, longTasks, clicks } = notes;
  const leaves = (click = NaN) => Math.min(...departures.filter((departure) => departure > click)) - click;
  const late = longTasks.filter(({ startTime }) => startTime > (usable ?? Infinity));
  return {
    sendCodeLeaves: leaves(clicks.at(0)),
    logInLeaves: leaves(clicks.at(-1)),
    longTask: Math.max(0, ...late.map(({ duration }) => duration)),
  };
}
