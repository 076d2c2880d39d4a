import type { Values } from '../flow/step.js';

/**
 * Looks at a key that was pressed in the form. A held Enter is stopped, or it would log in again and again.
 *
 * @returns True when this Enter should ask for a code: after the number that is the next thing to do, whereas the
 *   form's own answer to Enter would be to log in without one. The form's own answer is then prevented.
 */
export function enterMeansSendCode(event: KeyboardEvent, { code, mobile }: Values): boolean {
  if (event.key !== 'Enter' || event.isComposing) return false;
  if (event.repeat) event.preventDefault();
  const atMobile = (event.target as HTMLElement).id === 'mobile';
  if (event.repeat || !atMobile || code || !mobile) return false;
  event.preventDefault();
  return true;
}
