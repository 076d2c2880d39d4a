import type { Browser } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { apply, type Condition } from './conditions.js';
import { glanceAt } from './glance.js';
import type { PageNotes } from './page-notes.js';

/** What one load of a page came to. */
export interface Load {
  /** Milliseconds from the navigation until somebody could have begun to type. */
  readonly usable: number;
  /** Of answers' bodies that had come by then, as they went over the wire. */
  readonly bytes: number;
  /** How many answers these were, the page among them. */
  readonly requests: number;
  /** The longest task before that which was longer than 50 ms, in milliseconds; 0 for none. */
  readonly longTask: number;
  /** How far things moved by themselves, afterwards too. */
  readonly shift: number;
}

/** A script that writes down what happens in a page: {@link PageNotes}. */
export const WATCHER = fileURLToPath(new URL('first-field.mjs', import.meta.url));

/** Long enough for the login's code and its style sheet on a slow phone; some peers are never quiet. */
const QUIET_MS = 800;

/** Opens a page in a browser that has never been there, and waits for what moves things afterwards. */
export async function coldLoad(browser: Browser, url: string, condition: Condition): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US' });
  try {
    await context.addInitScript({ path: WATCHER });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await apply(condition, devtools);
    await page.goto(url, { waitUntil: 'load' });
    const { read, until } = glanceAt(devtools);
    await until('notes.usable !== null');
    await wait(QUIET_MS);
    return readLoad(
      await read('notes'),
      await read(`['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type))
        .map(({ responseEnd, encodedBodySize }) => ({ responseEnd, encodedBodySize }))`),
    );
  } finally {
    await context.close();
  }
}

/** What counts of a page's notes: only what came before somebody could have begun to type, but for shifts. */
export function readLoad(
  { usable, longTasks, shift }: PageNotes,
  answers: readonly Pick<PerformanceResourceTiming, 'responseEnd' | 'encodedBodySize'>[],
): Load {
  if (usable === null) throw new Error('There is no field to type into');
  const before = answers.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= usable);
  const tasks = longTasks.filter(({ startTime }) => startTime < usable);
  return {
    usable,
    bytes: before.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    requests: before.length,
    longTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
    shift,
  };
}
