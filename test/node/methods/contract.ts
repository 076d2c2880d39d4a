import { afterEach, beforeEach, describe, vi } from 'vitest';
import type { Run } from '../../../src/flow/step.js';
import type { LoginMethod } from '../../../src/methods/method.js';
import { CiamError } from '../../../src/protocol/errors.js';
import { type FakeBrowser, fakeBrowser } from '../support/fake-browser.js';
import { describeAddress } from './contract-address.js';
import { describeForm } from './contract-form.js';
import { describeStep } from './contract-step.js';

/** A method, and what the contract cannot know of it. */
export interface Subject {
  readonly method: LoginMethod;
  /** Its file's name, without `.ts`, and the name by which that exports it. */
  readonly file: string;
  readonly name: string;
  /** What a page sets for it, by the names of the properties; it must be enough to set out for another page. */
  readonly configured: Readonly<Record<string, unknown>>;
}

/** A method in a browser. */
export interface Contract extends Subject {
  browser(): FakeBrowser;
}

/** What every way of logging in has to keep to, so that the form, the flow and the page can rely on it. */
export function describeMethod(subject: Subject): void {
  let browser: FakeBrowser;
  const contract: Contract = { ...subject, browser: () => browser };
  beforeEach(() => {
    browser = fakeBrowser('https://shop.example/login');
  });
  afterEach(() => void vi.unstubAllGlobals());

  describe('what the form loads', () => describeForm(contract));
  describe('its first step', () => describeStep(contract));
  describe('the page’s address', () => describeAddress(contract));
}

/** What a flow hands to a step, with this client and these settings. */
export function runOf(client: Run['client'], setting: Run['setting'] = () => undefined): Run {
  return {
    ...{ signal: new AbortController().signal, client, setting, expected: {} },
    solveCaptcha: () => Promise.reject(new CiamError('captcha-cancelled')),
    mobilePattern: () => null,
    mayLeave: () => true,
  };
}
