import { clientHintsOs } from './client-hints-os.js';

/** What of `navigator` is read here. */
export interface NavigatorFacts {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  /** Chromium only, and only on https:// pages. */
  readonly userAgentData?: { getHighEntropyValues(hints: string[]): Promise<object> };
}

/** Long enough for hints that work (some ms), short enough to load the parser before the common deadline. */
const HINTS_MS = 500;

/**
 * Name and version of the operating system, e.g. `Windows 11`; a version that cannot be known is said to be
 * `unknown` (D5). Client hints come first, because user agents are frozen; the parser of user agents is a chunk of
 * its own, loaded only where the hints are missing, refused, partial or late.
 */
export async function readOsVersion(facts: NavigatorFacts = navigator): Promise<string> {
  return (await readHints(facts)) ?? askParser(facts);
}

async function readHints(facts: NavigatorFacts): Promise<string | null | undefined> {
  try {
    const late = new Promise<null>((resolve) => setTimeout(resolve, HINTS_MS, null));
    const asked = facts.userAgentData?.getHighEntropyValues(['platform', 'platformVersion']);
    const hints = new Map(Object.entries((await Promise.race([asked, late])) ?? {}));
    return clientHintsOs(hints.get('platform'), hints.get('platformVersion'));
  } catch {
    // Patched or refused.
  }
}

async function askParser({ userAgent, maxTouchPoints }: NavigatorFacts): Promise<string> {
  // ua-parser-js 1.x hangs itself on the page's jQuery as `$.ua` when it loads: take it off again.
  const { jQuery, Zepto } = globalThis as { jQuery?: { ua?: unknown }; Zepto?: { ua?: unknown } };
  const library = jQuery ?? Zepto;
  const before = library?.ua;
  const { userAgentOs } = await import('./user-agent-os.js');
  if (library && !before) delete library.ua;
  return userAgentOs(userAgent, maxTouchPoints);
}
