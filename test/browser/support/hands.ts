import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { LoginBox } from './login-box.ts';
import { press, puzzleReady, soon } from './steps.ts';

/** A place in the window, in whole CSS pixels. */
export type Place = [x: number, y: number];

/** The middle of something that is to be pressed. */
export function middle(target: Element): Place {
  const { left, top, width, height } = target.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** Moves the real mouse. */
export function moveTo(position: Place): Promise<void> {
  return sendMouse({ type: 'move', position });
}

/** Lets the mouse's button go. */
export function letGo(): Promise<void> {
  return sendMouse({ type: 'up' });
}

/** Presses a key while another is held: `chord('Control', 'v')`. */
export async function chord(modifier: string, key: string): Promise<void> {
  await sendKeys({ down: modifier });
  await press(key);
  await sendKeys({ up: modifier });
}

/** Fills a field as password managers and phones do: the value, and one event. */
export function fill(input: HTMLInputElement | HTMLSelectElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Asks for a code to this number, with a real click, and waits until the puzzle can be solved. */
export async function openPuzzle(box: LoginBox, mobile = '13800138000'): Promise<void> {
  fill(box.mobile, mobile);
  await box.click(box.sendButton);
  await puzzleReady(box);
}

/** Where the piece is said to be, in image pixels. */
export function pieceX(box: LoginBox): number {
  return Number(box.slider.getAttribute('aria-valuenow'));
}

/** Takes hold of the handle or the piece with the mouse and brings it to x (image pixels), without letting go. */
export async function hold(box: LoginBox, grip: HTMLElement, x: number): Promise<Place> {
  const { width } = box.find('.picture').getBoundingClientRect();
  const [from, y] = middle(grip);
  const to: Place = [Math.round(from + ((x - pieceX(box)) * width) / 310), y];
  await moveTo([from, y]);
  await sendMouse({ type: 'down' });
  await moveTo([Math.round((from + to[0]) / 2), y]);
  await moveTo(to);
  return to;
}

/** What has the focus, through every shadow root. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The texts that a field is described by, in their order, empty ones left out. */
export function descriptionOf(box: LoginBox, field: Element): string[] {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(/\s+/);
  return ids.map((id) => box.root.getElementById(id)?.textContent ?? '').filter(Boolean);
}

/** What the puzzle says about how it goes. */
export function puzzleNote(box: LoginBox): string {
  return [...box.root.querySelectorAll('dialog [aria-live]')].map(({ textContent }) => textContent).join('');
}

/**
 * Whether something is there. Assertions must not be given elements: one that fails would take it apart, down to the
 * window, for minutes.
 */
export function has(box: LoginBox, selector: string): boolean {
  return box.root.querySelector(selector) !== null;
}

/**
 * Waits for the login's own code, which comes after the form: from then on the code's field is tidied up. A page in the
 * background has no idle time, so the form has to be touched first.
 */
export async function loaded(box: LoginBox): Promise<void> {
  box.code.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  await soon(() => {
    fill(box.code, ' 1 ');
    return box.code.value === '1';
  }, 'the code of the login is there');
  fill(box.code, '');
}
