import { oneClick } from '../../../src/methods/one-click.js';
import { type Visit, type VisitOptions, startFlowBench } from '../flow/visit.js';

/** A server, and people at pages that have set something as `oneClick`. */
export async function startCarrierBench() {
  const bench = await startFlowBench();
  return {
    ...bench,
    /** Somebody at a page that has set this as `oneClick`. */
    open: async (provider: unknown, options: VisitOptions = {}): Promise<Visit> =>
      bench.visit({ ...options, step: await oneClick.begin(), settings: { oneClick: provider } }),
  };
}

/** Something with `then` that is no promise, and that answers as often as it likes. */
export function thenable(
  ...answers: ((settle: (token: unknown) => void, fail: (cause: unknown) => void) => void)[]
) {
  return {
    then(settle: (token: unknown) => void, fail: (cause: unknown) => void) {
      for (const answer of answers) answer(settle, fail);
    },
  };
}
