import { type Engine, findBrowsers } from '../../../scripts/browsers.mjs';
import { Browser } from './browser.js';
import type { EngineDriver } from './engine-driver.js';
import { chromiumDriver, firefoxDriver } from './puppeteer-driver.js';
import { webkitDriver } from './webkit-engine-driver.js';

// Browsers end with this process, but only if it ends by itself: whoever is told to stop by a signal has to do so.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

/** Starts one of the engines that `findBrowsers` finds, with a profile of its own. */
export async function openBrowser(engine: Engine): Promise<Browser> {
  return new Browser(await startDriver(engine));
}

function startDriver(engine: Engine): Promise<EngineDriver> {
  const { chromium, firefox, webkit } = findBrowsers();
  if (engine === 'chromium' && chromium) return chromiumDriver(chromium);
  if (engine === 'firefox' && firefox) return firefoxDriver(firefox);
  if (engine === 'webkit' && webkit) return webkitDriver(webkit);
  throw new Error(`${engine} is not installed here`);
}
