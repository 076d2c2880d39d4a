import { PNG } from 'pngjs';
import { SHADE } from '../../../demo/server/puzzle/puzzle.js';

const OPAQUE = 255;

/**
 * Finds where a piece belongs as a person does, by looking: where the picture is most like the piece in shadow.
 *
 * @param picture Base64 of a PNG.
 * @param piece Base64 of a PNG.
 * @returns The piece's left edge in image pixels.
 */
export function findPlace(picture: string, piece: string): number {
  const ground = PNG.sync.read(Buffer.from(picture, 'base64'));
  const cut = PNG.sync.read(Buffer.from(piece, 'base64'));
  let best = { x: 0, difference: Infinity };
  for (let x = 0; x <= ground.width - cut.width; x++) {
    const difference = differenceAt(x, ground, cut);
    if (difference < best.difference) best = { x, difference };
  }
  return best.x;
}

function differenceAt(left: number, ground: PNG, cut: PNG): number {
  let difference = 0;
  for (let y = 0; y < cut.height; y++) {
    for (let x = 0; x < cut.width; x++) {
      const at = (y * cut.width + x) * 4;
      if (cut.data[at + 3] !== OPAQUE) continue;
      const there = (y * ground.width + left + x) * 4;
      for (const channel of [0, 1, 2]) {
        difference += Math.abs(cut.data[at + channel]! * SHADE - ground.data[there + channel]!);
      }
    }
  }
  return difference;
}
