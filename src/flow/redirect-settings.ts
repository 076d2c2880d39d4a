import type { Page } from '../device/page.js';
import { CiamError } from '../protocol/errors.js';
import { isLoopback } from '../protocol/base-url.js';
import { parametersOf } from './redirect-callback.js';
import type { Settings } from './step.js';

/**
 * A setting that is a word.
 *
 * @param pattern What it has to look like.
 * @param fallback Taken where nothing is set.
 * @throws {CiamError} `config`, with the attribute's name as subject.
 */
export function textSetting(
  settings: Settings,
  property: string,
  attribute: string,
  pattern: RegExp,
  fallback?: string,
): string {
  const value = settings.setting(property) ?? '';
  // A number is what some frameworks make of a long id; an object would become `[object Object]`, which is a path.
  const isText = typeof value === 'string' || (typeof value === 'number' && !isNaN(value));
  const text = isText ? String(value).trim() || fallback : undefined;
  if (text === undefined || !pattern.test(text)) throw new CiamError('config', { subject: attribute });
  return text;
}

/** What is special about an address. */
export interface RedirectUrlRules {
  /** Parameters that it must not have, since the service will add them. */
  readonly taken?: readonly string[];
  /** The page that it is on the site of: then it may be relative, and need not be safer than the page is. */
  readonly page?: Page;
}

/**
 * Reads an address that a browser is sent to: https, or http to this very machine, without credentials and hash.
 *
 * @returns The address to the letter where it was written whole: it has to be what was registered.
 * @throws {CiamError} `config`, with the attribute's name as subject.
 */
export function readRedirectUrl(text: string, attribute: string, rules: RedirectUrlRules = {}): string {
  const { taken, page } = rules;
  const url = parseUrl(text, page?.address);
  const isSafe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' &&
      (isLoopback(url.hostname) || (page && url.origin === new URL(page.address).origin)));
  const isTaken = parametersOf(text).some(({ name }) => taken?.includes(name));
  if (!url || !isSafe || isTaken || url.username || url.password || text.includes('#'))
    throw new CiamError('config', { subject: attribute });
  return /^https?:/i.test(text) ? text : url.href;
}

/** The address of a page without its query and hash. */
export function bareAddress({ address }: Page): string {
  return address.replace(/[?#].*/s, '');
}

function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    // It is none.
  }
}
