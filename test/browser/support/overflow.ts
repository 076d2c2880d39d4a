import type { LoginBox } from './login-box.ts';

/** Part of a pixel, by rounding. */
const SLACK = 1;

/** What has an edge of its own, which no text may cross. */
const EDGES = 'button, .control, .track, .box, dialog';

/** What is cut off, wider than the window, or written across an edge, a line for each. */
export function overflowing({ root }: Pick<LoginBox, 'root'>): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`the page: ${String(scrollWidth)}`] : [];
  // What is typed into a field can be longer than the field, and moves with the cursor.
  for (const element of root.querySelectorAll<HTMLElement>('*:not(.spoken, option, input)')) {
    const { left, right } = element.getBoundingClientRect();
    const isCut = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + SLACK;
    if (isCut || left < -SLACK || right > clientWidth + SLACK)
      found.push(`${element.tagName} ${element.className}: ${String(left)} … ${String(right)}`);
  }
  return [...found, ...crossing(root)];
}

function crossing(root: ShadowRoot): string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const edge = text.parentElement?.closest(EDGES);
    if (!edge || !text.textContent?.trim() || text.parentElement?.closest('.spoken, select')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const inside = range.getBoundingClientRect();
    const { left, right, top, bottom } = edge.getBoundingClientRect();
    const isBeside = inside.left < left - SLACK || inside.right > right + SLACK;
    // A dialog that is higher than the window scrolls.
    const isOver = !edge.matches('dialog') && (inside.top < top - SLACK || inside.bottom > bottom + SLACK);
    if (inside.height > 0 && (isBeside || isOver))
      found.push(`“${text.textContent.trim()}” leaves ${edge.tagName} ${edge.className}`);
  }
  return found;
}
