import { PNG } from 'pngjs';

/** A colour, each part 0…255. */
export type Color = readonly [number, number, number];

/** Something to paint on: floating point, so that many soft layers do not band. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha for each pixel; alpha 0…255. */
  readonly data: Float32Array;
}

/** An empty, transparent canvas. */
export function createCanvas(width: number, height: number): Canvas {
  return { width, height, data: new Float32Array(width * height * 4) };
}

/** Keeps a number between two others. */
export function clamp(value: number, min = 0, max = 1): number {
  return Math.min(max, Math.max(min, value));
}

/** The colour a part of the way from one to another. */
export function mix(from: Color, to: Color, part: number): Color {
  return [
    from[0] + (to[0] - from[0]) * part,
    from[1] + (to[1] - from[1]) * part,
    from[2] + (to[2] - from[2]) * part,
  ];
}

/** Lays a colour over a pixel. Points outside are ignored. */
export function blend(
  { width, height, data }: Canvas,
  x: number,
  y: number,
  color: Color,
  opacity: number,
): void {
  if (x < 0 || y < 0 || x >= width || y >= height || opacity <= 0) return;
  const at = (y * width + x) * 4;
  const part = clamp(opacity);
  const below = ((data[at + 3] ?? 0) / 255) * (1 - part);
  const alpha = part + below;
  for (let i = 0; i < 3; i += 1)
    data[at + i] = ((color[i] ?? 0) * part + (data[at + i] ?? 0) * below) / alpha;
  data[at + 3] = alpha * 255;
}

/** The colour of a pixel, whatever its alpha. */
export function colorAt({ width, data }: Canvas, x: number, y: number): Color {
  const at = (y * width + x) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

/** Calls back for each pixel, row by row. */
export function eachPixel({ width, height }: Canvas, visit: (x: number, y: number) => void): void {
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) visit(x, y);
}

/** The canvas as a PNG file. */
export function toPng({ width, height, data }: Canvas): Buffer {
  const png = new PNG({ width, height });
  data.forEach((value, index) => {
    png.data[index] = Math.round(clamp(value, 0, 255));
  });
  return PNG.sync.write(png, { deflateLevel: 3 });
}
