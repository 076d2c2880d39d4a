/**
 * Finds the browsers that tests run in, and starts none of them.
 *
 * Three engines stand for all browsers: Chromium for Blink, Firefox for Gecko, WebKitGTK's MiniBrowser for WebKit.
 * Plain JavaScript without dependencies, because `setup.mjs` needs it before `npm ci` has run.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstOf } from './programs.mjs';

/** Every engine there is a launcher for, in the order in which results are shown. */
export const ENGINES = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/** @typedef {(typeof ENGINES)[number]} Engine */
/** @typedef {{ driver: string, browser: string, xvfb: string, xsettingsd: string }} WebKitPaths */
/** @typedef {{ chromium?: string, firefox?: string, webkit?: WebKitPaths }} Browsers */

const MAC_CHROMIUM = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const MAC_FIREFOX = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

/**
 * What is installed here. An engine that is missing is left out. `CHROMIUM_BIN` and `FIREFOX_BIN` come first.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Browsers}
 */
export function findBrowsers(env = process.env) {
  /** @type {Browsers} */
  const found = {};
  const chromium = firstOf(
    [env.CHROMIUM_BIN, 'chromium', 'chromium-browser', 'google-chrome', ...MAC_CHROMIUM],
    env,
  );
  if (chromium) found.chromium = chromium;
  const firefox = firstOf([env.FIREFOX_BIN, 'firefox-esr', 'firefox', ...MAC_FIREFOX], env);
  if (firefox) found.firefox = firefox;
  const webkit = findWebKit(env);
  if (webkit) found.webkit = webkit;
  return found;
}

/**
 * WebKitGTK needs four programs: its WebDriver, the browser, an X server without a screen (it has no headless mode),
 * and the settings daemon through which dark mode and reduced motion are switched.
 * @param {NodeJS.ProcessEnv} env
 * @returns {WebKitPaths | undefined}
 */
function findWebKit(env) {
  const driver = firstOf(['WebKitWebDriver'], env);
  const browser = firstOf(['MiniBrowser', ...miniBrowserPaths()], env);
  const xvfb = firstOf(['Xvfb'], env);
  const xsettingsd = firstOf(['xsettingsd'], env);
  return driver && browser && xvfb && xsettingsd ? { driver, browser, xvfb, xsettingsd } : undefined;
}

/** MiniBrowser is not on the PATH: it lies in the library's own folder, which is named after the machine's architecture. */
function miniBrowserPaths() {
  return ['/usr/lib', '/usr/libexec'].flatMap((root) =>
    [root, ...list(root).map((folder) => join(root, folder))].flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((library) =>
        join(folder, library, 'MiniBrowser'),
      ),
    ),
  );
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder).filter((name) => name.includes('linux-gnu'));
  } catch {
    return []; // no such folder on this system
  }
}
