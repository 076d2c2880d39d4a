import { defineConfig } from 'vitest/config';

/** Tests that need no browser: `npm run test:node`. They have the suffix `.test.ts`, too; it is the folder that decides. */
export default defineConfig({
  test: {
    include: ['test/node/**/*.test.ts'],
    environment: 'node',
    testTimeout: 10_000,
    allowOnly: !process.env.CI,
  },
});
