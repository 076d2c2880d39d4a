import { type Browser, chromium } from '@playwright/test';
import { startCiamServer } from '../../demo/server/ciam-server.js';
import { findBrowsers } from '../../scripts/browsers.mjs';
import { CHROMIUM_ARGS } from '../support/chromium-args.js';
import { coldLoad, type Load } from './cold-load.js';
import { CONDITIONS } from './conditions.js';
import { CROWDS, crowdRow, drawCrowd } from './crowd.js';
import { logIn, type LoginRun } from './login-run.js';
import { AFTERWARDS, type Results } from './results.js';
import { publish, type Row } from './rows.js';
import { Site } from './site.js';
import { shuffled } from './statistics.js';

/** How much is measured. */
export interface Plan {
  readonly rounds: number;
  readonly logins: number;
  /** What is loaded; it may ask for the tenant at which people log in. */
  readonly rows: (tenant: string) => readonly Row[];
  readonly tell: (progress: string) => void;
}

/**
 * Loads every row under every condition once in each round, in another order each time: whatever else the machine does
 * meets all of them alike.
 */
export async function measure({ rounds, logins, rows, tell }: Plan): Promise<[Results, string]> {
  const executablePath = findBrowsers().chromium;
  if (!executablePath) throw new Error('It is measured in Chromium: install it, or set CHROMIUM_BIN');
  const site = await Site.start();
  const ciam = await startCiamServer({ allowedOrigins: [site.origin] });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const pages = new Map<Row, string>();
    for (const row of rows(ciam.origin)) pages.set(row, await publish(row, site));
    const measured = CONDITIONS.flatMap((condition) =>
      [...pages].map(([row, url]) => ({ row, url, condition, loads: [] as Load[] })),
    );
    // The first load of a browser is like no other.
    for (const { url, condition } of measured) await coldLoad(browser, url, condition);
    for (let round = 1; round <= rounds; round++) {
      tell(`round ${round} of ${rounds}`);
      for (const { url, condition, loads } of shuffled(measured, round))
        loads.push(await coldLoad(browser, url, condition));
    }
    const [url = ''] = [...pages].flatMap(([row, page]) => (row.id === 'module' ? [page] : []));
    tell(`${logins} logins`);
    const runs = new Map<number, LoginRun[]>();
    for (const slower of url ? [1, AFTERWARDS] : [])
      runs.set(slower, await logInOften(browser, url, ciam, slower, logins));
    const crowds = url ? await drawOften(browser, site, ciam.origin, rounds) : new Map<number, number[]>();
    const results = {
      rounds,
      measured: measured.map(({ row, condition, loads }) => ({ row, condition: condition.id, loads })),
      logins: runs,
      crowds,
    };
    return [results, browser.version()];
  } finally {
    await browser.close();
    await ciam.stop();
    await site.stop();
  }
}

async function logInOften(
  browser: Browser,
  url: string,
  ciam: Parameters<typeof logIn>[2],
  slower: number,
  times: number,
): Promise<LoginRun[]> {
  const runs: LoginRun[] = [];
  while (runs.length < times) runs.push(await logIn(browser, url, ciam, slower));
  return runs;
}

async function drawOften(
  browser: Browser,
  site: Site,
  tenant: string,
  times: number,
): Promise<Results['crowds']> {
  const crowds = await Promise.all(
    CROWDS.map(async (boxes) => ({
      boxes,
      url: await publish(crowdRow(tenant, boxes), site),
      ms: [] as number[],
    })),
  );
  for (let time = 0; time < times; time++)
    for (const { url, ms } of shuffled(crowds, time)) ms.push(await drawCrowd(browser, url));
  return new Map(crowds.map(({ boxes, ms }) => [boxes, ms]));
}
