/** Many measurements of one thing, told by three of them. */
export interface Summary {
  readonly median: number;
  /** A quarter of them is below. */
  readonly low: number;
  /** A quarter of them is above. */
  readonly high: number;
}

/** Summarises measurements: the noise of a machine is in the tails, so no mean. */
export function summarise(values: readonly number[]): Summary {
  if (values.length === 0) throw new RangeError('Nothing was measured');
  const sorted = [...values].sort((one, other) => one - other);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** How many times as much as the other's median. */
export function ratio({ median }: Summary, other: Summary): number {
  return median / other.median;
}

/** The same things in an order of chance that a seed gives again (mulberry32). */
export function shuffled<T>(things: readonly T[], seed: number): T[] {
  const rest = [...things];
  let state = seed;
  const mixed: T[] = [];
  while (rest.length > 0) {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    const place = ((word ^ (word >>> 14)) >>> 0) % rest.length;
    mixed.push(...rest.splice(place, 1));
  }
  return mixed;
}

/** @param part 0.5 is the middle; between two measurements, what lies between them. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const [below = NaN, above = below] = sorted.slice(Math.floor(place));
  return below + (above - below) * (place % 1);
}
