import { type ChromeLauncher, chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';

/** The part of puppeteer's BiDi connection that is used here; it is not in puppeteer's published types. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}
type ScriptResult = { type: string; exceptionDetails?: { text: string } };

/** Gecko, driven through WebDriver BiDi, which Firefox speaks without a driver program. */
export function firefox(executablePath: string): ChromeLauncher {
  const launcher = chromeLauncher({
    concurrency: 1, // a background tab has no focus in Gecko
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath,
      headless: true,
      args: ['--remote-allow-system-access'], // for `runPrivileged`
      extraPrefsFirefox: {
        'intl.accept_languages': 'en-US',
        'datareporting.policy.dataSubmissionEnabled': false,
        'toolkit.cosmeticAnimations.enabled': false,
      },
    },
    createPage: async ({ browser, context }) => {
      const page = await context.newPage();
      emulateMediaIn(page, (browser as unknown as { connection: BidiConnection }).connection);
      return page;
    },
  });
  launcher.name = 'Firefox';
  return launcher;
}

/** Puppeteer cannot emulate media through BiDi. Firefox itself can, from its privileged code. */
function emulateMediaIn(page: puppeteer.Page, connection: BidiConnection): void {
  const override = (values: object): Promise<void> =>
    runPrivileged(
      connection,
      `for (const tab of gBrowser.tabs) Object.assign(tab.linkedBrowser.browsingContext, ${JSON.stringify(values)}); 0`,
    );
  page.emulateMediaFeatures = (features = []) =>
    override(
      Object.fromEntries(features.map(({ name, value }) => [overrideFor(name), toOverride(name, value)])),
    );
  page.emulateMediaType = (type) => override({ mediumOverride: type ?? '' });
}

function overrideFor(feature: string): string {
  const names: Record<string, string> = {
    'prefers-color-scheme': 'prefersColorSchemeOverride',
    'prefers-reduced-motion': 'prefersReducedMotionOverride',
    'forced-colors': 'forcedColorsOverride',
  };
  const name = names[feature];
  if (!name) throw new Error(`${feature} cannot be emulated in Firefox`);
  return name;
}

/** "No preference" is spelled differently by the media query and by Firefox's override. */
function toOverride(feature: string, value: string): string {
  return feature === 'prefers-color-scheme' && value === 'no-preference' ? 'none' : value;
}

async function runPrivileged(connection: BidiConnection, expression: string): Promise<void> {
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = (tree.result as { contexts: { context: string }[] }).contexts[0]?.context;
  const { result } = await connection.send('script.evaluate', {
    target: { context },
    awaitPromise: true,
    expression,
  });
  const { type, exceptionDetails } = result as ScriptResult;
  if (type !== 'success') throw new Error(exceptionDetails?.text ?? JSON.stringify(result));
}
