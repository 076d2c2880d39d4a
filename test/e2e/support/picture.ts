import { PNG } from 'pngjs';

/** A channel of a pixel may be off by this much: less than anybody sees. */
const SAME = 8;

/** How two pictures differ. */
export interface Difference {
  /** Pixels; all of them where the sizes differ. */
  readonly pixels: number;
  /** A PNG with what differs in red, over the faded picture. */
  readonly shown: Buffer;
}

/** Compares two PNGs pixel by pixel. */
export function compare(actual: Buffer, expected: Buffer): Difference {
  const [now, before] = [PNG.sync.read(actual), PNG.sync.read(expected)];
  if (now.width !== before.width || now.height !== before.height)
    return { pixels: now.width * now.height, shown: actual };
  const shown = new PNG({ width: now.width, height: now.height });
  let pixels = 0;
  for (let at = 0; at < now.data.length; at += 4) {
    const differs = [0, 1, 2].some((i) => Math.abs(now.data[at + i]! - before.data[at + i]!) > SAME);
    if (differs) pixels++;
    const grey = 200 + Math.round(now.data[at + 1]! / 5);
    shown.data.set(differs ? [255, 0, 0, 255] : [grey, grey, grey, 255], at);
  }
  return { pixels, shown: PNG.sync.write(shown) };
}

/** The same picture in fewer bytes: no alpha, packed well. */
export function packed(picture: Buffer): Buffer {
  return PNG.sync.write(PNG.sync.read(picture), { colorType: 2, deflateLevel: 9 });
}
