import { sendKeys } from '@web/test-runner-commands';
import { chord, focused, pieceX } from './hands.ts';
import type { LoginBox } from './login-box.ts';
import { press, puzzleReady, soon } from './steps.ts';

const MAX_STOPS = 15;

/** Puts the focus where somebody has it who comes to the box with the Tab key: right before it. */
export function comeTo(box: LoginBox): void {
  const before = document.createElement('button');
  box.element.before(before);
  before.focus();
}

/** Presses the Tab key, or Shift and Tab, until something has the focus. */
export async function tabTo(box: LoginBox, selector: string, direction: 'on' | 'back' = 'on'): Promise<void> {
  for (let stops = 0; stops < MAX_STOPS; stops++) {
    if (focused()?.matches(selector) && box.root.contains(focused())) return;
    await (direction === 'on' ? press('Tab') : chord('Shift', 'Tab'));
  }
  throw new Error(`the Tab key does not come to ${selector}`);
}

/** Types into what has the focus. A busy WebKitGTK may lose the first keys for a frame that has just been opened. */
export async function typed(text: string): Promise<void> {
  await sendKeys({ type: text });
  const { value } = focused() as HTMLInputElement;
  if (value === '') await sendKeys({ type: text });
}

/** Brings the piece near its place, with as few keys as it takes, and checks. */
export async function solveByKeys(box: LoginBox): Promise<void> {
  await puzzleReady(box);
  const x = await box.solution();
  if (x > 130) await press('End');
  const key = x > pieceX(box) ? 'PageUp' : 'PageDown';
  for (let tens = Math.round(Math.abs(x - pieceX(box)) / 10); tens > 0; tens--) await press(key);
  await press('Enter');
}

/** Types where a code is to go, asks for it with Enter, and goes on as `finishCode`. */
export async function getCodeByKeys(box: LoginBox, recipient: string): Promise<void> {
  await typed(recipient);
  await press('Enter');
  await finishCode(box, recipient);
}

/** Once a code has been asked for: solves the puzzle, and types the code, which has the focus by then. */
export async function finishCode(box: LoginBox, recipient: string): Promise<void> {
  const sent = box.seen('code-sent').length;
  await solveByKeys(box);
  await box.event('code-sent', sent + 1);
  await soon(() => focused() === box.code, 'the focus goes to the code');
  await typed((await box.ciam.code(recipient)) ?? '');
}
