import type { Browser } from '@playwright/test';
import type { CiamServer } from '../../demo/server/ciam-server.js';
import { WATCHER } from './cold-load.js';
import { slowDown } from './conditions.js';
import { type Glance, glanceAt } from './glance.js';
import type { PageNotes } from './page-notes.js';
import { logInAsAPerson } from './person.js';

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

/** Logs in once, in a browser that has never been there. */
export async function logIn(
  browser: Browser,
  url: string,
  ciam: CiamServer,
  slower: number,
): Promise<LoginRun> {
  ciam.reset();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US' });
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
    const glance = glanceAt(devtools);
    await logInAsAPerson(page, glance, ciam);
    return {
      ...(await readNotes(glance, ciam.origin)),
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

async function readNotes({ read }: Glance, tenant: string) {
  const { usable, longTasks, clicks } = await read<PageNotes>('notes');
  const departures = await read<number[]>(
    `performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('${tenant}')).map(({ startTime }) => startTime)`,
  );
  const leaves = (click = NaN) => Math.min(...departures.filter((departure) => departure > click)) - click;
  const late = longTasks.filter(({ startTime }) => startTime > (usable ?? Infinity));
  return {
    sendCodeLeaves: leaves(clicks.at(1)),
    logInLeaves: leaves(clicks.at(-1)),
    longTask: Math.max(0, ...late.map(({ duration }) => duration)),
  };
}
