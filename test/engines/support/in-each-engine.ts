import { afterAll, beforeAll, describe } from 'vitest';
import { ENGINES, findBrowsers } from '../../../scripts/browsers.mjs';
import type { Browser } from './browser.js';
import { openBrowser } from './open-browser.js';

const START_LIMIT_MS = 60_000;

const asked = process.env.BROWSERS?.split(',');
const found = findBrowsers();
const missing = (asked ?? []).filter((engine) => !(engine in found));
if (missing.length > 0) throw new Error(`BROWSERS asks for ${missing.join(', ')}: not found on this machine`);

/**
 * Declares the same tests for every engine: those that are installed, or those that `BROWSERS` asks for. Each gets one
 * browser for the whole file. There is one at a time: of two, puppeteer leaves one behind when the process is stopped.
 *
 * @param tests declares them; `browser` gives the running browser, inside of tests and hooks
 */
export function inEachEngine(title: string, tests: (browser: () => Browser) => void): void {
  for (const engine of ENGINES.filter((name) => asked?.includes(name) ?? true)) {
    const isHere = engine in found;
    describe.skipIf(!isHere)(`${title} (${engine}${isHere ? '' : ': not installed here, left out'})`, () => {
      let running: Browser | undefined;
      beforeAll(async () => {
        running = await openBrowser(engine);
      }, START_LIMIT_MS);
      afterAll(() => running?.close());
      tests(() => running!);
    });
  }
}
