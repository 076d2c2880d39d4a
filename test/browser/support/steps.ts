import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { waitUntil } from '@open-wc/testing';
import type { JournalEntry } from '../../../demo/server/journal.ts';
import type { LoginBox } from './login-box.ts';

/** Where the calls of an SMS login go. */
export const PATHS = {
  captcha: '/api/v2/sdk/captcha',
  verify: '/api/v2/sdk/captcha/verify',
  send: '/api/v2/sdk/sms/send',
  login: '/api/v2/sdk/login/mobile-verify-code',
} as const;

/** A call of an SMS login. */
export type CallName = keyof typeof PATHS;

/** Waits for something that is about to happen; looks often, since these tests wait a lot. */
export function soon(condition: () => unknown, what: string, timeout = 10_000): Promise<void> {
  return waitUntil(condition, what, { interval: 10, timeout });
}

/** Presses a real key. */
export function press(key: string): Promise<void> {
  return sendKeys({ press: key });
}

/** Puts the piece of the puzzle that is shown at x (image pixels): a real click on the track, a real Enter. */
export async function putPiece(box: LoginBox, x: number): Promise<void> {
  const before = box.puzzles.length;
  const { left, top, width, height } = box.find('.track').getBoundingClientRect();
  await sendMouse({
    type: 'click',
    position: [Math.round(left + ((x + 23.5) * width) / 310), Math.round(top + height / 2)],
  });
  if (before !== box.puzzles.length) throw new Error('the picture changed meanwhile');
  await press('Enter');
}

/** Waits for a puzzle that can be solved: the picture is there, and the slider is free. */
export async function puzzleReady(box: LoginBox): Promise<void> {
  await soon(() => {
    const slider = box.dialog?.querySelector('[role=slider]');
    return box.dialog?.querySelector('.ground') && slider?.getAttribute('aria-disabled') === 'false';
  }, 'the puzzle is ready');
}

/** Solves the puzzle that is shown, or is about to be. */
export async function solve(box: LoginBox): Promise<void> {
  await puzzleReady(box);
  await putPiece(box, await box.solution());
}

/** The sentences about an error that are to be seen; one at most, if all is well. */
export function shownErrors(box: LoginBox): string[] {
  return [...box.root.querySelectorAll('.error')].map((each) => each.textContent.trim()).filter(Boolean);
}

/** True when both buttons can be pressed, or when the countdown after a code is all that stops one. */
export function isUsable(box: LoginBox): boolean {
  const free = (button: Element) => button.getAttribute('aria-disabled') !== 'true';
  const counting = /\d/.test(box.sendButton.textContent);
  return (
    free(box.submitButton) && (free(box.sendButton) || counting) && !box.root.querySelector('[data-busy]')
  );
}

/** Requests to one call that came over the wire, preflights left out. */
export async function requests(box: LoginBox, call: CallName): Promise<JournalEntry[]> {
  const journal = await box.ciam.journal();
  return journal.filter(({ method, path }) => method !== 'OPTIONS' && path === PATHS[call]);
}
