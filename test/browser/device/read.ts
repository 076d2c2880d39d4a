import { expect } from '@open-wc/testing';

const HEX_ID = /^[0-9a-f]{32}$/;
const PRINTABLE = /^[!-~]([ -~]*[!-~])?$/;
/** The deadline of 1.5 s, and what a busy machine needs to load a page and its modules one by one. */
export const MARGIN_MS = 2500;

/** The device's data as a page read them, and how long that took. */
export interface Outcome {
  fingerprint: string;
  osVersion: string;
  ms: number;
}

/** A page script that reads everything and says how long it took. */
export const READ = `
  const browser = await device();
  window.disturb?.();
  const start = performance.now();
  const data = await browser.data();
  return { ...data, ms: performance.now() - start, ...(window.report?.() ?? {}) };`;

/** A real fingerprint, a system that can be sent, and both in time. */
export function expectWhole({ fingerprint, osVersion, ms }: Outcome): void {
  expect(fingerprint).to.match(HEX_ID);
  expect(osVersion).to.match(PRINTABLE);
  expect(ms).to.be.below(MARGIN_MS);
}
