import { ACTIONS } from './actions.ts';
import { pick } from './pick.ts';

/** One thing that happens in a session. */
export interface Move {
  readonly action: string;
  /** Which of the page's boxes it happens to. */
  readonly box: number;
  /** What the action makes its own choices from. */
  readonly n: number;
  /** Milliseconds until the next; -1 = until nothing is under way any more. */
  readonly pause: number;
}

/** A whole session; the same seed always gives the same. */
export interface Plan {
  readonly seed: number;
  readonly boxes: number;
  /** How the page has set its boxes up. */
  readonly setup: number;
  readonly moves: readonly Move[];
}

const PAUSES = [0, 0, 0, 1, 5, 20, 60, -1, -1];
const MOST_MOVES = 24;

/** Numbers from 0 to 2³² that look random (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** The session of a seed. */
export function planOf(seed: number): Plan {
  const next = numbers(seed);
  const names = Object.entries(ACTIONS).flatMap(([name, { weight }]) => Array<string>(weight).fill(name));
  const boxes = pick([1, 1, 1, 2, 3], next());
  const setup = next();
  const moves = Array.from({ length: 3 + (next() % MOST_MOVES) }, () => ({
    action: pick(names, next()),
    box: next() % boxes,
    n: next(),
    pause: pick(PAUSES, next()),
  }));
  return { seed, boxes, setup, moves };
}

/** A session as text, a move on each line. */
export function tell({ seed, boxes, setup, moves }: Plan): string {
  const lines = moves.map(({ action, box, n, pause }) => `  ${action} (box ${box}, n ${n}) then ${pause}`);
  return [`seed ${seed}: ${boxes} boxes, setup ${setup}`, ...lines].join('\n');
}
