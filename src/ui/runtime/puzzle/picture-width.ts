/** The width of a picture in its own pixels. @throws {DOMException} when it is none. */
export async function pictureWidth(address: string): Promise<number> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image.naturalWidth;
}
