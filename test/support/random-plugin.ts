import type { TestRunnerPlugin } from '@web/test-runner';

/** Which random sessions a run plays. */
export interface RandomOrder {
  /** The seed of the first; the others count on from it. */
  readonly seed: number;
  readonly sessions: number;
  /** How often each is played: how it meets the network is never the same. */
  readonly times: number;
  /** Whether it was asked for by hand: then all are played, and what fails is made as short as it can be. */
  readonly isByHand: boolean;
}

/** Tells the page what `scripts/random.ts` was asked for; without it, nothing. */
export function randomPlugin(): TestRunnerPlugin {
  const { RANDOM_SEED, RANDOM_SESSIONS, RANDOM_TIMES } = process.env;
  return {
    name: 'random-order',
    executeCommand({ command, payload }) {
      if (command === 'random-note') {
        process.stdout.write(`\n${String(payload)}\n`);
        return { told: true };
      }
      if (command !== 'random-order') return undefined;
      const order: RandomOrder = {
        seed: Number(RANDOM_SEED ?? 1),
        sessions: Number(RANDOM_SESSIONS ?? 0),
        times: Number(RANDOM_TIMES ?? 1),
        isByHand: RANDOM_SESSIONS !== undefined,
      };
      return { ...order };
    },
  };
}
