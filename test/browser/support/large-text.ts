import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { LoginBox } from './login-box.ts';
import { overflowing } from './overflow.ts';

/** What a person may set for texts to be readable, by WCAG 1.4.12. */
const SPACING = new CSSStyleSheet();
SPACING.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`);

/** A window of 320 px with text of twice the size, for each test of the suite that calls it. */
export function inLargeText(): void {
  beforeEach(async () => {
    await setViewport({ width: 320, height: 640 });
    document.documentElement.style.fontSize = '200%';
  });
  afterEach(async () => {
    document.documentElement.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
  });
}

/**
 * Looks whether anything is cut off in a box, as it stands and with its texts set wide.
 *
 * @param state - what the box shows, for the message of a failure
 */
export function expectFits(box: LoginBox, state: string): void {
  expect(overflowing(box), state).to.deep.equal([]);
  expect(setWide(box), `${state}, set wide`).to.deep.equal([]);
}

/** What is cut off in a box with its texts set wide. */
function setWide(box: LoginBox): string[] {
  const { root } = box;
  const sheets = [...root.adoptedStyleSheets];
  root.adoptedStyleSheets = [...sheets, SPACING];
  const found = overflowing(box);
  root.adoptedStyleSheets = sheets;
  return found;
}
