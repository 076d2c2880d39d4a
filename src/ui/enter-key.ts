import type { Values } from '../flow/step.js';

/**
 * Looks at a key that was pressed in the form. A held Enter is stopped, or it would log in again and again.
 *
 * @returns True when this Enter should ask for a code: after the number, or the e-mail address, that is the next thing
 *   to do, whereas the form's own answer to Enter would be to log in without one. That answer is then prevented.
 */
export function enterMeansSendCode(event: KeyboardEvent, values: Values): boolean {
  if (event.key !== 'Enter' || event.isComposing) return false;
  if (event.repeat) event.preventDefault();
  const { id } = event.target as HTMLElement;
  if (event.repeat || !/^(mobile|email)$/.test(id) || values['code'] || !values[id]) return false;
  event.preventDefault();
  return true;
}
