import type { Page } from '../../../src/device/page.js';
import type { RedirectPlace } from '../../../src/flow/redirect-step.js';
import type { FakeDevice } from './fake-device.js';

/** A page without a browser: where it is, and where somebody was sent from it. */
export interface FakePage extends Page {
  address: string;
  userAgent: string;
  isFramed: boolean;
  /** The addresses that it was left for. A fake page never goes. */
  readonly left: string[];
  /** The addresses that took the place of the one before. */
  readonly replaced: string[];
}

export function fakePage(address: string): FakePage {
  const page: FakePage = {
    address,
    userAgent: 'Mozilla/5.0 (test)',
    isFramed: false,
    left: [],
    replaced: [],
    replaceAddress(next) {
      page.address = next;
      page.replaced.push(next);
    },
    leave: (next) => void page.left.push(next),
  };
  return page;
}

/** A page of this browser: what it keeps there, the browser's other pages see. */
export function fakePlace(page: FakePage, { store, now }: FakeDevice): RedirectPlace {
  return { page, store, now };
}
