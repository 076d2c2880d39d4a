import type { Color } from './canvas.js';

/** The light of one hour of the day. */
export interface Palette {
  skyTop: Color;
  skyLow: Color;
  sun: Color;
  /** Hills far away, near the colour of the air. */
  far: Color;
  /** Hills close by. */
  near: Color;
  hasStars: boolean;
}

function rgb(hex: number): Color {
  return [hex >> 16, (hex >> 8) & 255, hex & 255];
}

function palette(skyTop: number, skyLow: number, sun: number, far: number, near: number): Palette {
  return {
    skyTop: rgb(skyTop),
    skyLow: rgb(skyLow),
    sun: rgb(sun),
    far: rgb(far),
    near: rgb(near),
    hasStars: skyTop < 0x300000,
  };
}

/** Dawn, morning, noon, late afternoon, dusk, moonlight. */
export const PALETTES: readonly [Palette, ...Palette[]] = [
  palette(0x6f8fc9, 0xfbd9c0, 0xfff3dc, 0xb9a9c4, 0x3d4a6b),
  palette(0x5aa9e6, 0xdff1f5, 0xfffbe8, 0x9cc4d4, 0x2f6b64),
  palette(0x3f8fd2, 0xcfeaf2, 0xffffff, 0x8fc0c4, 0x2e6f4e),
  palette(0x7fa6c9, 0xffe3a8, 0xfff1c4, 0xcdb48c, 0x5c5a3a),
  palette(0x4b3f7a, 0xff9e7a, 0xffe2b0, 0xb46a86, 0x2e2347),
  palette(0x14203f, 0x5b7aa6, 0xeef3ff, 0x4a648c, 0x14233b),
];
