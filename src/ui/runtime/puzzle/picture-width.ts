const MIN_WIDTH = 10;
const MAX_WIDTH = 2000;

/** The width of a picture in its own pixels. @throws {Error} when it is no picture, or none that a puzzle is made of. */
export async function pictureWidth(address: string): Promise<number> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const { naturalWidth } = image;
  if (naturalWidth < MIN_WIDTH || naturalWidth > MAX_WIDTH)
    throw new RangeError(`${String(naturalWidth)} px`);
  return naturalWidth;
}
