import type { Page } from '@playwright/test';

/**
 * Whatever is wrong with how the login box and its page are laid out now, a line for each; none is as it should be.
 *
 * @param densities Of the box, to look at one after the other.
 */
export function layoutFaults(page: Page, densities: readonly string[] = ['1']): Promise<string[]> {
  return page.evaluate((all) => {
    const MIN_TEXT = 16;
    const MIN_TARGET = 24;
    const SLACK = 1; // part of a pixel, by rounding
    const faults: string[] = [];
    const { clientWidth } = document.documentElement;
    const box = document.querySelector('ciam-login');
    const root = box?.shadowRoot;
    if (!root) return ['there is no login box'];
    const nameOf = (element: Element): string =>
      element.tagName.toLowerCase() + (element.id && `#${element.id}`) + `.${element.className}`;
    const seen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('.spoken');

    for (const density of all) {
      box.style.setProperty('--ciam-density', density);
      const before = faults.length;
      checkAll(root);
      if (density !== '1' && faults.length > before) faults.push(`… which is so at density ${density}`);
    }
    box.style.removeProperty('--ciam-density');
    return faults;

    function checkAll(inside: ShadowRoot): void {
      const { scrollWidth } = document.documentElement;
      if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide in ${clientWidth} px`);
      for (const element of inside.querySelectorAll<HTMLElement>('*')) {
        if (!seen(element)) continue;
        checkWidth(element);
        if (element.matches('input:not([type=checkbox], [type=hidden]), select, textarea'))
          checkText(element);
        if (element.matches('button, select, input:not([type=hidden]), [role=slider], [role=tab]'))
          checkTarget(element);
      }
      const texts = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (text.textContent?.trim() && text.parentElement && seen(text.parentElement)) checkClipping(text);
      }
    }

    function checkWidth(element: HTMLElement): void {
      const { left, right } = element.getBoundingClientRect();
      if (element.clientWidth && element.scrollWidth > element.clientWidth + SLACK)
        faults.push(`${nameOf(element)}: ${element.scrollWidth} px wide in ${element.clientWidth} px`);
      if (left < -SLACK || right > clientWidth + SLACK)
        faults.push(`${nameOf(element)}: beyond the window's edge`);
    }

    function checkText(element: Element): void {
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (size < MIN_TEXT) faults.push(`${nameOf(element)}: its text is ${size} px, and phones zoom in`);
    }

    function checkTarget(element: Element): void {
      const { width, height } = element.getBoundingClientRect();
      if (Math.min(width, height) < MIN_TARGET)
        faults.push(`${nameOf(element)}: a target of ${width} × ${height} px`);
    }

    /** A text has to lie within whatever has an edge of its own: a button, a field, the box, the dialog. */
    function checkClipping(text: Node): void {
      const range = document.createRange();
      range.selectNodeContents(text);
      const inside = range.getBoundingClientRect();
      const edge = text.parentElement?.closest('button, .control, .track, .box, dialog');
      const outside = edge?.getBoundingClientRect();
      if (!edge || !outside) return;
      const cut =
        inside.left < outside.left - SLACK ||
        inside.right > outside.right + SLACK ||
        inside.top < outside.top - SLACK ||
        inside.bottom > outside.bottom + SLACK;
      if (cut) faults.push(`“${text.textContent?.trim() ?? ''}” leaves ${nameOf(edge)}`);
    }
  }, densities);
}
