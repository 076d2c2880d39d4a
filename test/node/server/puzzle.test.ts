import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { PIECE_WIDTH } from '../../../demo/server/puzzle/piece-shape.js';
import { paintPuzzle, SHADE } from '../../../demo/server/puzzle/puzzle.js';

/** A small generator of random numbers that can be started again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function alphaAt(png: PNG, x: number, y: number): number {
  return x < 0 || x >= png.width ? 0 : png.data[(y * png.width + x) * 4 + 3]!;
}

/** Whether the piece is opaque far around a pixel, so that neither its edge nor the shadow is near. */
function isDeepInside(piece: PNG, x: number, y: number): boolean {
  for (let dy = -5; dy <= 5; dy += 1) {
    for (let dx = -5; dx <= 5; dx += 1) if (alphaAt(piece, x + dx, y + dy) < 255) return false;
  }
  return true;
}

/** Mean difference between the piece's pixels and the darkened picture's at an offset, made light again. */
function mismatch(picture: PNG, piece: PNG, offset: number): number {
  let sum = 0;
  let count = 0;
  for (let y = 6; y < piece.height - 6; y += 1) {
    for (let x = 0; x < piece.width; x += 1) {
      if (!isDeepInside(piece, x, y)) continue;
      const inPiece = (y * piece.width + x) * 4;
      const inPicture = (y * picture.width + x + offset) * 4;
      for (let i = 0; i < 3; i += 1) {
        sum += Math.abs(piece.data[inPiece + i]! - picture.data[inPicture + i]! / SHADE);
        count += 1;
      }
    }
  }
  expect(count).toBeGreaterThan(500);
  return sum / count;
}

describe('the picture of a puzzle', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('has its piece cut out at x (%i)', (seed) => {
    const puzzle = paintPuzzle(seeded(seed));
    const picture = PNG.sync.read(puzzle.picture);
    const piece = PNG.sync.read(puzzle.piece);
    expect([picture.width, picture.height, piece.width, piece.height]).toEqual([310, 155, PIECE_WIDTH, 155]);
    const there = mismatch(picture, piece, puzzle.x);
    expect(there).toBeLessThan(4);
    for (const shift of [-2, -1, 1, 2]) {
      expect(mismatch(picture, piece, puzzle.x + shift)).toBeGreaterThan(there * 1.2);
    }
    for (const shift of [-40, -12, 12]) {
      expect(mismatch(picture, piece, puzzle.x + shift)).toBeGreaterThan(there + 10);
    }
  });

  it('is opaque, and its piece has clear surroundings', () => {
    const puzzle = paintPuzzle(seeded(9));
    const picture = PNG.sync.read(puzzle.picture);
    const piece = PNG.sync.read(puzzle.piece);
    const alphas = (png: PNG): number[] => [...png.data].filter((_value, index) => index % 4 === 3);
    expect(alphas(picture).every((alpha) => alpha === 255)).toBe(true);
    expect(alphas(piece).filter((alpha) => alpha === 0).length).toBeGreaterThan(3000);
    expect(alphas(piece).filter((alpha) => alpha === 255).length).toBeGreaterThan(900);
  });

  it('has its place anywhere from 70 to 250, and never twice the same picture', () => {
    const puzzles = Array.from({ length: 12 }, () => paintPuzzle());
    for (const { x } of puzzles) {
      expect(Number.isInteger(x)).toBe(true);
      expect(x).toBeGreaterThanOrEqual(70);
      expect(x).toBeLessThanOrEqual(250);
    }
    expect(new Set(puzzles.map(({ picture }) => picture.toString('base64'))).size).toBe(12);
    expect(new Set(puzzles.map(({ x }) => x)).size).toBeGreaterThan(5);
  });
});
