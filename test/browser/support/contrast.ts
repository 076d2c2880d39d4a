/** A colour without any see-through, each part from 0 to 255. */
type Rgb = readonly [red: number, green: number, blue: number];

let context: OffscreenCanvasRenderingContext2D | undefined;

/**
 * The colour that is painted where these lie one upon the other, the lowest first. A browser paints it, since a computed
 * colour may be written in any colour space.
 */
export function painted(layers: readonly string[]): Rgb {
  context ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  for (const colour of ['white', ...layers]) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
