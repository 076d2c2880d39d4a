import type { CDPSession } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';

const EVERY_MS = 20;
const PATIENCE_MS = 30_000;

/** Looks into a page. */
export interface Glance {
  /** What an expression is there, as JSON has it. */
  readonly read: <T>(expression: string) => Promise<T>;
  /** Waits until an expression is true there. */
  readonly until: (expression: string) => Promise<void>;
}

/**
 * Looks into a page by expressions of a few words. Locators and `page.evaluate` would do, but they compile some hundred
 * kilobytes in the page when they are first used: with 6 × less processor that was the longest task of a login.
 *
 * @throws `until`: that it did not become true in half a minute.
 */
export function glanceAt(devtools: CDPSession): Glance {
  const read = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${result.description ?? exceptionDetails.text}`);
    return result.value as T;
  };
  return {
    read,
    until: async (expression) => {
      const end = Date.now() + PATIENCE_MS;
      while (!(await read<boolean>(`Boolean(${expression})`))) {
        if (Date.now() > end) throw new Error(`Never true in the page: ${expression}`);
        await wait(EVERY_MS);
      }
    },
  };
}
