import { defineConfig } from '@playwright/test';
import { findBrowsers } from './scripts/browsers.mjs';
import { CHROMIUM_ARGS } from './test/support/chromium-args.js';

const executablePath = findBrowsers().chromium;
if (!executablePath) throw new Error('The end-to-end tests need Chromium: install it, or set CHROMIUM_BIN');

/** Whole pages, from outside: `npm run test:e2e`. Chromium alone; the other engines are driven by the browser tests. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'artifacts/e2e',
  snapshotPathTemplate: 'test/e2e/spoken/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0, // see CONTRIBUTING, "Tests that fail now and then"
  reporter: [['list']],
  use: {
    // A trace of each test would double the time of the run; a failure leaves its screenshot.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: CHROMIUM_ARGS },
  },
});
