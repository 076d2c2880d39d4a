import { type Browser, type KeyInput, launch, type LaunchOptions, type Page } from 'puppeteer-core';
import { CHROMIUM_ARGS } from '../../support/chromium-args.js';
import type { EngineDriver } from './engine-driver.js';

/** No call to a browser takes that long; without a limit, a page that was frozen would be waited for until the end. */
const CALL_LIMIT_MS = 15_000;
const LIMIT = { timeout: CALL_LIMIT_MS };

/** Blink, through the DevTools protocol. */
export function chromiumDriver(executablePath: string): Promise<EngineDriver> {
  return startDriver({ executablePath, args: CHROMIUM_ARGS }, ({ page }) => page.goBack(LIMIT));
}

/** Gecko, through WebDriver BiDi. */
export function firefoxDriver(executablePath: string): Promise<EngineDriver> {
  const options: LaunchOptions = {
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-US',
      'datareporting.policy.dataSubmissionEnabled': false,
      'toolkit.cosmeticAnimations.enabled': false,
    },
  };
  // Puppeteer's own `goBack` waits here for a page to load, which one of the back/forward cache never does.
  return startDriver(options, async ({ browser }) => {
    const { connection } = browser as unknown as { connection: BidiConnection };
    const { result } = await connection.send('browsingContext.getTree', { maxDepth: 0 });
    const [context] = result.contexts ?? [];
    await connection.send('browsingContext.traverseHistory', { context: context?.context, delta: -1 });
  });
}

/** The part of puppeteer's BiDi connection that is used here; it is not in puppeteer's published types. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: { contexts?: { context: string }[] } }>;
}

/** What is driven. */
interface Window {
  browser: Browser;
  page: Page;
}

async function startDriver(
  options: LaunchOptions,
  back: (window: Window) => Promise<unknown>,
): Promise<EngineDriver> {
  const browser = await launch({
    headless: true,
    protocolTimeout: CALL_LIMIT_MS,
    // `open-browser.ts` ends the process upon a signal, and the browser ends with it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...options,
  });
  const [page = await browser.newPage()] = await browser.pages();
  return {
    name: await browser.version(),
    open: (url) => page.goto(url, LIMIT),
    back: () => back({ browser, page }),
    reload: () => page.reload(LIMIT),
    run: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key as KeyInput),
    close: () => browser.close(),
  };
}
