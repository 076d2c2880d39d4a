import type { Reporter } from '@web/test-runner';
import type { TestSuiteResult } from '@web/test-runner';

/**
 * Fails a test file that ran no test in one of the browsers. The runner alone calls that a success, so a file whose
 * `describe` is never reached would look green for ever.
 */
export function noEmptyRuns(): Reporter {
  return {
    reportTestFileResults({ sessionsForTestFile }) {
      for (const session of sessionsForTestFile) {
        if (!session.passed || countTests(session.testResults) > 0) continue;
        session.passed = false;
        session.errors = [...session.errors, { message: 'This file has no tests.' }];
      }
    },
  };
}

function countTests(suite: TestSuiteResult | undefined): number {
  if (!suite) return 0;
  return suite.tests.length + suite.suites.reduce((sum, inner) => sum + countTests(inner), 0);
}
