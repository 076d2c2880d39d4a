import { PNG } from 'pngjs';

/** A channel of a pixel may be off by this much: less than anybody sees. */
const SAME = 8;
/** Of fewer pixels than this is a colour that nobody sees as one. */
const RARE = 150;

/** How two pictures differ. */
export interface Difference {
  /** Pixels; all of them where the sizes differ. */
  readonly pixels: number;
  /** Makes a PNG with what differs in red, over the faded picture. */
  shown(): Buffer;
}

/** Compares two PNGs pixel by pixel. */
export function compare(actual: Buffer, expected: Buffer): Difference {
  const [now, before] = [PNG.sync.read(actual), PNG.sync.read(expected)];
  const { width, height, data } = now;
  if (width !== before.width || height !== before.height)
    return { pixels: width * height, shown: () => actual };
  const different: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    const isSame =
      Math.abs(data[at]! - before.data[at]!) <= SAME &&
      Math.abs(data[at + 1]! - before.data[at + 1]!) <= SAME &&
      Math.abs(data[at + 2]! - before.data[at + 2]!) <= SAME;
    if (!isSame) different.push(at);
  }
  return { pixels: different.length, shown: () => inRed(now, different) };
}

/** Nearly the same picture in half the bytes: colours that are rare, at the edges of letters, are rounded. */
export function packed(picture: Buffer): Buffer {
  const image = PNG.sync.read(picture);
  const { data } = image;
  const colorAt = (at: number): number => data.readUInt32BE(at);
  const pixels = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) pixels.set(colorAt(at), (pixels.get(colorAt(at)) ?? 0) + 1);
  for (let at = 0; at < data.length; at += 4) {
    if (pixels.get(colorAt(at))! >= RARE) continue;
    for (let i = at; i < at + 3; i++) data[i] = Math.min(255, Math.round(data[i]! / SAME) * SAME);
  }
  return PNG.sync.write(image, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}

function inRed({ width, height, data }: PNG, different: readonly number[]): Buffer {
  const faded = new PNG({ width, height });
  for (let at = 0; at < data.length; at += 4) {
    const grey = 200 + Math.round(data[at + 1]! / 5);
    faded.data.set([grey, grey, grey, 255], at);
  }
  for (const at of different) faded.data.set([255, 0, 0, 255], at);
  return PNG.sync.write(faded);
}
