import { defineConfig } from 'vitest/config';

/**
 * Whole-page ways between origins, in real browsers driven from Node: `npm run test:engines`. The browser tests cannot
 * leave their page, which is the runner's own. One file after another, so that engines do not fight for the machine.
 */
export default defineConfig({
  test: {
    include: ['test/engines/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    reporters: ['verbose'], // names the engines, also those that are left out
    testTimeout: 30_000,
    hookTimeout: 30_000,
    allowOnly: !process.env.CI,
    retry: process.env.CI ? 1 : 0, // see CONTRIBUTING, "Tests that fail now and then"
  },
});
