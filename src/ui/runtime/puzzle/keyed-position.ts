/**
 * Where a key moves the piece: arrows by a pixel, Page Up and Page Down by ten, Home and End to the ends.
 *
 * @returns `undefined` for every other key.
 */
export function keyedPosition(key: string, { x, width }: { x: number; width: number }): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return x - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return x + 1;
    case 'PageDown':
      return x - 10;
    case 'PageUp':
      return x + 10;
    case 'Home':
      return 0;
    case 'End':
      return width;
    default:
      return undefined;
  }
}
