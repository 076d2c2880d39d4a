import type { Settings } from '../settings.js';
import { paintPuzzle, type Puzzle } from './puzzle.js';

/** Where puzzles come from: each is new, or one of a few where many are wanted quickly. */
export interface Gallery {
  next(): Puzzle;
}

/** Makes a gallery. To paint takes some thirty milliseconds, which is longer than all else that this server does. */
export function createGallery(settings: Pick<Settings, 'paintings'>): Gallery {
  const painted: Puzzle[] = [];
  let shown = 0;
  return {
    next: () => {
      if (settings.paintings === null) return paintPuzzle();
      const place = shown++ % settings.paintings;
      return (painted[place] ??= paintPuzzle());
    },
  };
}
