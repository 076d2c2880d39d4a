/**
 * What all parts of a mutation run share; `scripts/mutation.ts` goes through them.
 *
 * @type {ConstructorParameters<typeof import('@stryker-mutator/core').Stryker>[0]}
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A busy machine must not pass for a mutant that hangs.
  timeoutMS: 60_000,
  thresholds: { high: 100, low: 95, break: 90 },
  ignorePatterns: ['dist', 'artifacts', 'demo/apps', 'docs', 'test/{apps,browser,e2e,engines}'],
  reporters: ['progress-append-only', 'json'],
};
