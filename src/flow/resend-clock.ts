import type { Device } from '../device/device.js';

/** Between two messages to one number; documented nowhere, so the usual minute. */
export const RESEND_SECONDS = 60;

/** When the next code may be asked for: an absolute moment that outlives a reload and is shared by all tabs. */
export interface ResendClock {
  /** The server accepted a message to this number. Returns the moment, in ms since 1970, of the next. */
  start(mobile: string): number;
  /**
   * The moment from which a code may be sent to this number; 0 if that is now. Without a number (nothing
   * typed yet, after a reload) it is the moment that holds for the number of the last message.
   */
  until(mobile: string | null): number;
}

/**
 * Keeps the moment until which no other code may be asked for, over reloads and in every tab.
 *
 * @param name Keeps applications and purposes apart, e.g. `demo-client:LOGIN_SMS`.
 */
export function createResendClock(device: Pick<Device, 'now' | 'store'>, name: string): ResendClock {
  const key = `ciam-login:resend:${name}`;
  const length = RESEND_SECONDS * 1000;
  const save = (until: number, tag: string) => {
    device.store.set(key, `${String(until)}.${tag}`);
    return until;
  };
  return {
    start: (mobile) => save(device.now() + length, tagOf(mobile)),
    until(mobile) {
      const [moment, tag = ''] = (device.store.get(key) ?? '').split('.');
      const until = Number(moment);
      const now = device.now();
      if (!(until > now) || (mobile !== null && tagOf(mobile) !== tag)) return 0;
      // The clock was set back: nobody waits longer than the countdown is long.
      return until > now + length ? save(now + length, tag) : until;
    },
  };
}

/**
 * One byte of a number, just enough to let somebody who mistyped it send to the right one at once.
 * A whole hash of eleven digits could be turned back into the number by trying all of them.
 */
function tagOf(mobile: string): string {
  let sum = 0;
  for (const character of mobile) sum = (sum * 31 + character.charCodeAt(0)) & 0xff;
  return String(sum);
}
