import { expect, type Page } from '@playwright/test';

/** What a browser complains about while a page is open. */
export interface Complaints {
  /** Throws unless there has been none so far. */
  expectNone(): void;
}

// A refused or broken call is told by the browser itself, whatever the page makes of it.
const ANSWERS_THAT_FAILED = /^Failed to load resource: /;
const API = /\/api\/v\d\//;

/**
 * Listens for errors and warnings on the console, and for exceptions nobody caught; failed calls to the API are no news.
 *
 * @param known warnings that are no news either
 */
export function watchComplaints(page: Page, known?: RegExp): Complaints {
  const heard: string[] = [];
  page.on('console', (message) => {
    const type = message.type();
    const text = message.text();
    const { url } = message.location();
    const expected = (ANSWERS_THAT_FAILED.test(text) && API.test(url)) || known?.test(text);
    if ((type === 'error' || type === 'warning') && !expected) heard.push(`${type}: ${text} (${url})`);
  });
  page.on('pageerror', (error) => {
    heard.push(`uncaught: ${error.message}`);
  });
  return {
    expectNone() {
      expect(heard, 'errors and warnings on the console').toEqual([]);
    },
  };
}
