import { contrast, painted } from './contrast.ts';
import { focused } from './hands.ts';

/** Least contrast of what shows the focus against what is next to it (WCAG 1.4.11). */
const LEAST_CONTRAST = 3;

/** Least thickness of it, in CSS pixels (WCAG 2.4.13). */
const LEAST_WIDTH = 2;

/** What is wrong with the way in which the focus shows where it is; `null` if it can be seen. */
export function ringFault(): string | null {
  const element = focused();
  if (!element) return 'nothing has the focus';
  const ringed = ringedBy(element);
  if (!ringed) return 'no ring';
  const { outlineColor, outlineWidth, outlineOffset } = getComputedStyle(ringed);
  const width = parseFloat(outlineWidth);
  if (width < LEAST_WIDTH) return `${outlineWidth} thick`;
  const offset = parseFloat(outlineOffset);
  // A pixel on each side of it, at the middle of each edge.
  const ratios = [offset + width + 1, offset - 1].flatMap((distance) =>
    placesAround(ringed, distance).map((place) => {
      const ground = coloursAt(ringed, place);
      return contrast(painted([...ground, outlineColor]), painted(ground));
    }),
  );
  const least = Math.min(...ratios);
  return least < LEAST_CONTRAST ? `contrast ${least.toFixed(2)}` : null;
}

/** Rings besides that of what has the focus: nobody could tell which is the one. */
export function otherRings(root: ShadowRoot): string[] {
  const element = focused();
  const own = element && ringedBy(element);
  const others = [...root.querySelectorAll('*')].filter((each) => each !== own && hasRing(each));
  return others.map((each) => each.id || each.className);
}

/** What has the ring around it: the thing itself, or the frame that it stands in. */
function ringedBy(element: Element): Element | undefined {
  const frames = [element, element.closest('.control')].filter((frame) => frame !== null);
  return frames.find(hasRing);
}

function hasRing(element: Element): boolean {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
}

/** The middle of each edge, moved outwards. */
function placesAround(element: Element, distance: number): { x: number; y: number }[] {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [
    { x: left - distance, y },
    { x: right + distance, y },
    { x, y: top - distance },
    { x, y: bottom + distance },
  ];
}

/** The backgrounds that lie one upon the other at a place, the lowest first; below them is the page. */
function coloursAt(element: Element, { x, y }: { x: number; y: number }): string[] {
  const root = element.getRootNode() as ShadowRoot;
  const stack = root.elementsFromPoint(x, y).filter((each) => root.contains(each));
  const colours = [...stack, document.documentElement].map((each) => getComputedStyle(each).backgroundColor);
  return colours.reverse();
}

/** Where the Tab key has to stop, in order: in the dialog while there is one. Of the tabs, it is the one that is open. */
export function stopsOf(root: ShadowRoot): HTMLElement[] {
  const area = root.querySelector('dialog') ?? root;
  const buttons = 'button:not([role=tab][aria-selected=false])';
  return [
    ...area.querySelectorAll<HTMLElement>(`a, ${buttons}, input:not([type=hidden]), select, [role=slider]`),
  ];
}
