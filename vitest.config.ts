import { defineConfig } from 'vitest/config';

/** Tests that need no browser: `npm run test:node`. They have the suffix `.test.ts`, too; it is the folder that decides. */
export default defineConfig({
  test: {
    include: ['test/node/**/*.test.ts'],
    environment: 'node',
    // Nothing runs at import, so files can share what they import; a world for each would take twice as long.
    isolate: false,
    maxWorkers: 3, // these tests wait more than they work
    testTimeout: 10_000,
    allowOnly: !process.env.CI,
  },
});
