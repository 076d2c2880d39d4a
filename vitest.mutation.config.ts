import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A run ends with the first test that fails, so those that take longest, which are first elsewhere, come last. */
class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).reverse();
  }
}

/** The tests that a part of a mutation run may use; `scripts/mutation.ts` names them. */
const patterns = process.env['MUTATION_TESTS']?.split(' ') ?? ['**/*.test.ts'];

export default defineConfig({
  test: {
    include: patterns.map((pattern) => `test/node/${pattern}`),
    environment: 'node',
    setupFiles: 'test/node/support/mutation-setup.ts',
    // As in vitest.config.ts. Each mutant has a thread of its own all the same.
    isolate: false,
    sequence: { sequencer: ShortestFirst },
    // Only a mutant that hangs may take so long, however busy the machine is.
    testTimeout: 30_000,
  },
});
