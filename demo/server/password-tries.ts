import type { Clock } from './clock.js';
import { Refusal } from './reply.js';
import { TEST_PASSWORD } from './test-numbers.js';

/** Checks passwords and locks an account after too many wrong ones. */
export interface PasswordTries {
  /** Throws `LOGIN.0002` with the attempts left, or `LOGIN.0001` with the time left. */
  check(account: string, password: string): void;
  clear(): void;
}

const ATTEMPTS = 5;
const LOCK_MS = 900_000;

/** Makes a checker that has seen nothing. Every account's password is `TEST_PASSWORD`. */
export function createPasswordTries(clock: Clock): PasswordTries {
  const failures = new Map<string, { count: number; at: number }>();

  const refuseLocked = (since: number): void => {
    const seconds = Math.ceil((since + LOCK_MS - clock.now()) / 1000);
    if (seconds > 0)
      throw new Refusal('LOGIN.0001', [String(Math.floor(seconds / 60)), String(seconds % 60)]);
  };

  return {
    check: (account, password) => {
      const before = failures.get(account);
      if (before !== undefined && before.count >= ATTEMPTS) {
        refuseLocked(before.at);
        failures.delete(account);
      }
      if (password === TEST_PASSWORD) {
        failures.delete(account);
        return;
      }
      const count = (failures.get(account)?.count ?? 0) + 1;
      failures.set(account, { count, at: clock.now() });
      if (count >= ATTEMPTS) refuseLocked(clock.now());
      throw new Refusal('LOGIN.0002', [String(ATTEMPTS - count)]);
    },
    clear: () => failures.clear(),
  };
}
