import type { Puzzle } from './puzzle/puzzle.js';
import { createSigningKey, type SigningKey } from './signing-key.js';

/** What takes long to make, and what servers that come and go in one process may share: nothing that a caller does is in it. */
export interface Stock {
  /** Puzzles that come again where `paintings` says so. */
  readonly painted: Puzzle[];
  /** The key with which a server begins to sign; the same for each. */
  readonly firstKey: () => SigningKey;
}

/** Makes an empty stock. */
export function createStock(): Stock {
  let key: SigningKey | undefined;
  return { painted: [], firstKey: () => (key ??= createSigningKey()) };
}
