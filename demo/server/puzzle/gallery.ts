import type { Settings } from '../settings.js';
import { paintPuzzle, type Puzzle } from './puzzle.js';

/** Where puzzles come from: each is new, or one of a few where many are wanted quickly. */
export interface Gallery {
  next(): Puzzle;
}

/**
 * Makes a gallery. To paint takes some thirty milliseconds, which is longer than all else that this server does.
 *
 * @param painted Where puzzles are kept that come again.
 */
export function createGallery(settings: Pick<Settings, 'paintings'>, painted: Puzzle[]): Gallery {
  let shown = 0;
  return {
    next: () => {
      if (settings.paintings === null) return paintPuzzle();
      const place = shown++ % settings.paintings;
      return (painted[place] ??= paintPuzzle());
    },
  };
}
