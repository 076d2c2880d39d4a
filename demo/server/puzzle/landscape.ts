import { blend, clamp, createCanvas, eachPixel, mix, type Canvas, type Color } from './canvas.js';
import { between, createRidge, type Random } from './noise.js';
import { PALETTES, type Palette } from './palettes.js';

function paintSky(canvas: Canvas, { skyTop, skyLow }: Palette): void {
  const horizon = canvas.height * 0.72;
  for (let y = 0; y < canvas.height; y += 1) {
    const color = mix(skyTop, skyLow, clamp(y / horizon) ** 1.2);
    for (let x = 0; x < canvas.width; x += 1) blend(canvas, x, y, color, 1);
  }
}

function paintStars(canvas: Canvas, random: Random): void {
  for (let i = 0; i < 70; i += 1) {
    const x = Math.floor(random() * canvas.width);
    const y = Math.floor(random() ** 1.6 * canvas.height * 0.6);
    blend(canvas, x, y, [255, 255, 255], between(random, 0.2, 0.85));
  }
}

function paintSun(canvas: Canvas, { sun, hasStars }: Palette, random: Random): void {
  const centerX = between(random, 0.15, 0.85) * canvas.width;
  const centerY = between(random, 0.2, 0.42) * canvas.height;
  const radius = between(random, 10, 16);
  const glow = hasStars ? 0.35 : 0.6;
  eachPixel(canvas, (x, y) => {
    const distance = Math.hypot(x - centerX, y - centerY) - radius;
    if (distance > 150) return;
    blend(canvas, x, y, sun, glow * Math.exp(-Math.max(0, distance) / 26));
    blend(canvas, x, y, sun, clamp(0.5 - distance) * 0.95);
  });
}

function paintClouds(canvas: Canvas, { sun }: Palette, random: Random): void {
  for (let i = 0; i < 5; i += 1) {
    const edge = createRidge(random, 30, 0.55);
    const middle = between(random, 0.06, 0.5) * canvas.height;
    const start = between(random, -0.1, 0.8) * canvas.width;
    const length = between(random, 50, 120);
    const strength = between(random, 0.2, 0.5);
    for (let x = Math.ceil(start); x < start + length; x += 1) {
      const arch = Math.sin((Math.PI * (x - start)) / length);
      const thickness = arch * (4.5 + 3 * edge(x));
      for (let y = Math.floor(middle - 12); y < middle + 4; y += 1) {
        const above = clamp((y - (middle - thickness)) / 3);
        const below = clamp((middle + 1.5 - y) / 3);
        blend(canvas, x, y, sun, strength * arch * above * below);
      }
    }
  }
}

interface Hills {
  color: Color;
  mist: Color;
  base: number;
  height: number;
  wavelength: number;
  roughness: number;
}

function paintHills(canvas: Canvas, hills: Hills, random: Random): (x: number) => number {
  const ridge = createRidge(random, hills.wavelength, hills.roughness);
  const top = (x: number): number => hills.base - ridge(x) * hills.height;
  for (let x = 0; x < canvas.width; x += 1) {
    const edge = top(x);
    for (let y = Math.max(0, Math.floor(edge)); y < canvas.height; y += 1) {
      const color = mix(hills.color, hills.mist, clamp((y - edge) / 55) * 0.5);
      blend(canvas, x, y, color, clamp(y - edge + 0.5));
    }
  }
  return top;
}

function paintPines(canvas: Canvas, top: (x: number) => number, color: Color, random: Random): void {
  const grove = createRidge(random, 45, 0.5);
  for (let x = -4; x < canvas.width + 4; x += between(random, 3, 7)) {
    if (grove(x) < 0.02) continue;
    const foot = top(x) + 2;
    const height = between(random, 7, 17);
    for (let y = Math.floor(foot - height); y <= foot; y += 1) {
      const down = (y - (foot - height)) / height;
      const halfWidth = down * 3.4 * (0.75 + 0.25 * ((down * 4) % 1));
      for (let i = Math.floor(x - 5); i <= x + 5; i += 1) {
        blend(canvas, i, y, color, clamp(halfWidth - Math.abs(i - x) + 0.5));
      }
    }
  }
}

function addGrain(canvas: Canvas, random: Random): void {
  eachPixel(canvas, (x, y) => {
    const at = (y * canvas.width + x) * 4;
    const grain = (random() - 0.5) * 5;
    for (let i = 0; i < 3; i += 1) canvas.data[at + i] = clamp((canvas.data[at + i] ?? 0) + grain, 0, 255);
  });
}

/** Paints hills under a sky: another place and another hour each time. */
export function paintLandscape(width: number, height: number, random: Random): Canvas {
  const canvas = createCanvas(width, height);
  const palette = PALETTES[Math.floor(random() * PALETTES.length)] ?? PALETTES[0];
  paintSky(canvas, palette);
  if (palette.hasStars) paintStars(canvas, random);
  paintSun(canvas, palette, random);
  paintClouds(canvas, palette, random);
  const ranges = 5;
  for (let i = 0; i < ranges; i += 1) {
    const part = i / (ranges - 1);
    const color = mix(palette.far, palette.near, part ** 1.1);
    const hills: Hills = {
      color,
      mist: mix(palette.skyLow, color, 0.35 + 0.5 * part),
      base: height * (0.5 + 0.37 * part),
      height: between(random, 20, 34) * (1 - 0.35 * part),
      wavelength: between(random, 70, 130) + 40 * part,
      roughness: 0.52 - 0.14 * part,
    };
    const top = paintHills(canvas, hills, random);
    if (i >= ranges - 2) paintPines(canvas, top, mix(color, palette.near, 0.6), random);
  }
  addGrain(canvas, random);
  return canvas;
}
