import { setTimeout as wait } from 'node:timers/promises';
import type { WebKitPaths } from '../../../scripts/browsers.mjs';
import { WebKitDriver } from '../../support/webkit-driver.js';
import { WebKitPage } from '../../support/webkit-page.js';
import type { EngineDriver } from './engine-driver.js';

/** A page that goes into the back/forward cache while it is asked never answers: it is frozen. It is asked again then. */
const ANSWER_LIMIT_MS = 2000;

/** By then it has usually gone in. */
const FREEZE_MS = 100;

/** WebKit, as WebKitGTK's MiniBrowser, through classic WebDriver. */
export async function webkitDriver(paths: WebKitPaths): Promise<EngineDriver> {
  const driver = new WebKitDriver();
  const kill = () => {
    driver.kill();
  };
  process.once('exit', kill); // before it is up, so that a run that is given up meanwhile leaves nothing behind
  await driver.start(paths);
  const page = new WebKitPage(driver);
  await page.setViewport({ width: 800, height: 600 });
  return {
    name: 'WebKitGTK',
    open: (url) => driver.call('POST', '/url', { url }),
    back: async () => {
      await driver.call('POST', '/back');
      await wait(FREEZE_MS);
    },
    reload: () => driver.call('POST', '/refresh'),
    run: (expression) =>
      driver.call('POST', '/execute/sync', { script: `return ${expression}`, args: [] }, ANSWER_LIMIT_MS),
    clickAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    close: async () => {
      await driver.call('DELETE', '').catch(() => undefined); // it is killed anyway
      kill();
      process.off('exit', kill);
    },
  };
}
