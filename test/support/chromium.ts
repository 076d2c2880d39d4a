import { type ChromeLauncher, chromeLauncher } from '@web/test-runner-chrome';
import { CHROMIUM_ARGS } from './chromium-args.js';

/** Blink, driven through the DevTools protocol. */
export function chromium(executablePath: string): ChromeLauncher {
  const launcher = chromeLauncher({
    concurrency: 2,
    launchOptions: { executablePath, args: CHROMIUM_ARGS },
    // One context (a window of its own) per page: a background tab gets no animation frames, so with two files at a
    // time `nextFrame()` would hang. It also keeps the storage of files that run at the same time apart.
    createPage: async ({ browser }) => {
      const page = await (await browser.createBrowserContext()).newPage();
      // The runner only says that the browser has disconnected.
      page.on('error', (error) => {
        console.error(`Chromium: ${error.message} (${page.url()})`);
      });
      return page;
    },
  });
  launcher.name = 'Chromium';
  return launcher;
}
