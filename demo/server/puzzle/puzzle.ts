import { blend, clamp, colorAt, createCanvas, eachPixel, toPng, type Canvas, type Color } from './canvas.js';
import { paintLandscape } from './landscape.js';
import { between, type Random } from './noise.js';
import { BODY_HEIGHT, createPieceShape, PIECE_WIDTH, REACH, type Shape } from './piece-shape.js';

/** A puzzle: two PNG files, and the answer. */
export interface Puzzle {
  /** 310×155, with the place of the piece darkened. */
  picture: Buffer;
  /** 47×155, transparent but for the piece. */
  piece: Buffer;
  /** Left edge of the piece's picture in the big one, a whole number. */
  x: number;
}

/** How dark the place of the piece is: the part of the light that is left there. */
export const SHADE = 0.42;

const WIDTH = 310;
const HEIGHT = 155;
const LEAST_X = 70;
const MOST_X = 250;
const WHITE: Color = [255, 255, 255];
const BLACK: Color = [0, 0, 0];

function cutPiece(landscape: Canvas, x: number, shape: Shape): Canvas {
  const piece = createCanvas(PIECE_WIDTH, HEIGHT);
  eachPixel(piece, (px, py) => {
    const distance = shape(px + 0.5, py + 0.5);
    blend(piece, px, py, BLACK, distance > 0 ? 0.4 * Math.exp(-distance / 1.6) - 0.03 : 0);
    blend(piece, px, py, colorAt(landscape, x + px, py), clamp(0.5 - distance));
    blend(piece, px, py, WHITE, 0.85 * clamp(1.25 - Math.abs(distance + 0.8)));
  });
  return piece;
}

function darkenPlace(landscape: Canvas, x: number, shape: Shape): void {
  for (let py = 0; py < HEIGHT; py += 1) {
    for (let px = -2; px < PIECE_WIDTH + 2; px += 1) {
      const distance = shape(px + 0.5, py + 0.5);
      const inside = clamp(0.5 - distance);
      const innerShadow = 0.25 * Math.exp(Math.min(0, distance + 1.5) / 1.2);
      blend(landscape, x + px, py, BLACK, inside * clamp(1 - SHADE + innerShadow * clamp(distance + 5)));
      blend(landscape, x + px, py, WHITE, 0.6 * clamp(1 - Math.abs(distance)));
    }
  }
}

/** Paints a new puzzle. With a seeded `random` it is the same one again. */
export function paintPuzzle(random: Random = Math.random): Puzzle {
  const x = Math.round(between(random, LEAST_X, MOST_X));
  const top = Math.round(between(random, REACH + 3, HEIGHT - BODY_HEIGHT - REACH - 3));
  const shape = createPieceShape(top, random);
  const landscape = paintLandscape(WIDTH, HEIGHT, random);
  const piece = cutPiece(landscape, x, shape);
  darkenPlace(landscape, x, shape);
  return { picture: toPng(landscape), piece: toPng(piece), x };
}
