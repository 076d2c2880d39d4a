import { defineConfig } from '@playwright/test';
import base from './playwright.config.js';

/** `npm run shots`: pictures for people to look at; nothing is compared. */
export default defineConfig({
  ...base,
  testMatch: '**/*.shots.ts',
  globalSetup: './test/e2e/support/contact-sheet.ts',
});
