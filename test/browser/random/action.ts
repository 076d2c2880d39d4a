import type { Player } from './player.ts';
import type { Stage } from './stage.ts';

/** Something that may happen to a box; where it cannot happen, nothing does. */
export interface Action {
  /** How often, beside the others. */
  readonly weight: number;
  act(stage: Stage, player: Player, n: number): unknown;
}
