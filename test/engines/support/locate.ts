/** A point of the viewport. */
export interface Point {
  x: number;
  y: number;
}

/**
 * Where a person would press to hit an element, or why nobody can yet. It runs in the page, so it uses nothing from
 * outside.
 *
 * @param path selectors, each within the shadow root of the one before
 * @param text if there is one, the element's whole text has to be this
 */
export function locate(path: readonly string[], text: string | null): Point | string {
  let root: Document | ShadowRoot = document;
  for (const host of path.slice(0, -1)) {
    const inner: ShadowRoot | null | undefined = root.querySelector(host)?.shadowRoot;
    if (!inner) return `${host} has no shadow root`;
    root = inner;
  }
  const found = [...root.querySelectorAll(path.at(-1) ?? '*')].filter(
    (element) => text === null || element.textContent.trim() === text,
  );
  const target = found.find((element) => element.checkVisibility());
  if (!target) return `${found.length} found, none visible`;

  target.scrollIntoView({ block: 'nearest' });
  const box = target.getBoundingClientRect();
  const point = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const hit = root.elementFromPoint(point.x, point.y);
  if (hit !== target && !target.contains(hit)) return `${hit?.localName ?? 'nothing'} lies over it`;
  return point;
}
