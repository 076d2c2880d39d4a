/** A number from 0 (inclusive) to 1. */
export type Random = () => number;

/** A smooth random line: a height of about −1…1 for every x. */
export type Ridge = (x: number) => number;

/** A random number between two others. */
export function between(random: Random, min: number, max: number): number {
  return min + (max - min) * random();
}

function layer(random: Random, wavelength: number): Ridge {
  const values = Array.from({ length: 64 }, () => random() * 2 - 1);
  const at = (index: number): number => values[((index % 64) + 64) % 64] ?? 0;
  return (x) => {
    const place = x / wavelength;
    const index = Math.floor(place);
    const part = place - index;
    const smooth = part * part * (3 - 2 * part);
    return at(index) + (at(index + 1) - at(index)) * smooth;
  };
}

/** A line like a chain of hills: a long wave with shorter, flatter ones upon it. */
export function createRidge(random: Random, wavelength: number, roughness: number): Ridge {
  const octaves = [0, 1, 2, 3, 4].map((octave) => ({
    height: roughness ** octave,
    line: layer(random, wavelength / 2 ** octave),
  }));
  const total = octaves.reduce((sum, { height }) => sum + height, 0);
  return (x) => octaves.reduce((sum, { height, line }) => sum + height * line(x), 0) / total;
}
