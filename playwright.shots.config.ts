import { defineConfig } from '@playwright/test';
import base from './playwright.config.js';

/** `npm run shots`: pictures for people to look at; nothing is compared, but the layout is checked. */
export default defineConfig({ ...base, testMatch: '**/*.shots.ts' });
