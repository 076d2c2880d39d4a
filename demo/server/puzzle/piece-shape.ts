import type { Random } from './noise.js';

/** How far a point is from the edge of the piece: negative inside, in pixels. */
export type Shape = (x: number, y: number) => number;

/** Width of the piece's picture; the shape fills it but for a pixel or two. */
export const PIECE_WIDTH = 47;

const BODY = 35;
const KNOB = 6.2;
const NECK = 3.6;
/** How far the shape reaches above and below its body. */
export const REACH = NECK + KNOB;

interface Knob {
  x: number;
  y: number;
}

function boxDistance(x: number, y: number, left: number, top: number): number {
  const half = BODY / 2;
  const corner = 3;
  const dx = Math.abs(x - left - half) - half + corner;
  const dy = Math.abs(y - top - half) - half + corner;
  const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
  return outside + Math.min(Math.max(dx, dy), 0) - corner;
}

/**
 * A jigsaw piece whose body begins at `top`: one knob to a side, one up or down, and a hollow in
 * each of the two sides left.
 */
export function createPieceShape(top: number, random: Random): Shape {
  const isRightOut = random() < 0.5;
  const isTopOut = random() < 0.5;
  const left = isRightOut ? 1 : PIECE_WIDTH - 1 - BODY;
  const middle = left + BODY / 2;
  const half = top + BODY / 2;
  const outward = NECK;
  const inward = 3.2;
  const knobs: Knob[] = [
    { x: isRightOut ? left + BODY + outward : left - outward, y: half },
    { x: middle, y: isTopOut ? top - outward : top + BODY + outward },
  ];
  const hollows: Knob[] = [
    { x: isRightOut ? left + inward : left + BODY - inward, y: half },
    { x: middle, y: isTopOut ? top + BODY - inward : top + inward },
  ];
  const circle = (x: number, y: number, knob: Knob): number => Math.hypot(x - knob.x, y - knob.y) - KNOB;
  return (x, y) => {
    let distance = boxDistance(x, y, left, top);
    for (const knob of knobs) distance = Math.min(distance, circle(x, y, knob));
    for (const hollow of hollows) distance = Math.max(distance, -circle(x, y, hollow));
    return distance;
  };
}

/** Height of the shape's body, for placing it. */
export const BODY_HEIGHT = BODY;
