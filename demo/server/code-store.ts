import { randomInt } from 'node:crypto';
import type { Clock } from './clock.js';
import { Refusal } from './reply.js';
import type { Settings } from './settings.js';
import { FIXED_CODE, FIXED_MOBILE } from './test-numbers.js';

interface Issued {
  code: string;
  until: number;
  triesLeft: number;
}

/** Verification codes: each is for one number and one purpose, and works once. */
export interface CodeStore {
  /** Makes a code, which replaces the one before. */
  issue(to: string, type: string): string;
  /** Spends a code that was issued for one of the types; throws `CAPTCHA.0007` if there is no such code. */
  spend(to: string, types: readonly string[], code: string): void;
  /** Seconds until the number may have another message, 0 = now. */
  waitFor(to: string): number;
  clear(): void;
}

function randomDigits(length: number): string {
  return Array.from({ length }, () => String(randomInt(10))).join('');
}

/** Makes an empty store. */
export function createCodeStore(settings: Settings, clock: Clock): CodeStore {
  const codes = new Map<string, Issued>();
  const sentAt = new Map<string, number>();
  const keyOf = (to: string, type: string): string => `${type} ${to}`;

  const matches = (key: string, code: string): boolean => {
    const issued = codes.get(key);
    if (issued === undefined) return false;
    if (clock.now() > issued.until) codes.delete(key);
    else if (issued.code === code) return codes.delete(key);
    else if ((issued.triesLeft -= 1) <= 0) codes.delete(key);
    return false;
  };

  return {
    issue: (to, type) => {
      const code = to === FIXED_MOBILE ? FIXED_CODE : randomDigits(settings.codeLength);
      const until = clock.now() + settings.codeSeconds * 1000;
      codes.set(keyOf(to, type), { code, until, triesLeft: settings.codeTries });
      sentAt.set(to, clock.now());
      return code;
    },
    spend: (to, types, code) => {
      if (to === FIXED_MOBILE && code === FIXED_CODE) return;
      if (!types.some((type) => matches(keyOf(to, type), code))) throw new Refusal('CAPTCHA.0007');
    },
    waitFor: (to) => {
      const last = sentAt.get(to);
      if (last === undefined) return 0;
      return Math.max(0, Math.ceil((last + settings.resendSeconds * 1000 - clock.now()) / 1000));
    },
    clear: () => {
      codes.clear();
      sentAt.clear();
    },
  };
}
