import { patch } from '../support/patch.ts';

/** The `timeout` of the boxes here. Nothing else on the page waits for so long. */
const LIMIT_MS = 14_321;

/** To be given to a box: no clock ends its calls, but the test does. */
export const HELD_LIMIT = { timeout: String(LIMIT_MS) };

const held: (() => void)[] = [];

/** Holds these limits back, until `unpatch`: a busy machine cuts no honest call off, and nobody waits for the others. */
export function holdLimit(): void {
  held.length = 0;
  const original = window.setTimeout.bind(window);
  const value = (act: () => void, ms?: number, ...more: unknown[]) => {
    if (ms !== LIMIT_MS) return original(act, ms, ...more);
    held.push(act);
    // The number of a timer, for whoever clears it.
    return original(() => undefined);
  };
  patch(window, 'setTimeout', { value });
}

/** The time is over for every call that is under way. Those that have ended do not mind. */
export function passLimit(): void {
  for (const act of held.splice(0)) act();
}
