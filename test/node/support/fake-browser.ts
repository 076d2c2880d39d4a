import { vi } from 'vitest';

/** What the device layer asks of a browser, for code that takes it from the global scope. */
export interface FakeBrowser {
  /** The addresses that the page was left for. */
  readonly left: string[];
  /** The addresses that took the place of the page's own. */
  readonly replaced: string[];
  /** Opens another page. */
  open(address: string): void;
}

/** Puts a browser into the global scope, until `vi.unstubAllGlobals()`. */
export function fakeBrowser(address: string): FakeBrowser {
  const left: string[] = [];
  const replaced: string[] = [];
  const stored = new Map<string, string>();
  const location = { href: address, assign: (to: string) => void left.push(to) };
  const window: Record<string, unknown> = {
    origin: new URL(address).origin,
    addEventListener: () => undefined,
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    },
  };
  window['top'] = window['self'] = window;
  const replaceState = (_state: unknown, _title: string, to: string) => {
    location.href = to;
    replaced.push(to);
  };
  const parts = {
    window,
    location,
    history: { state: null, replaceState },
    navigator: { userAgent: 'Mozilla/5.0 (test)' },
  };
  for (const [name, part] of Object.entries(parts)) vi.stubGlobal(name, part);
  return { left, replaced, open: (to) => void (location.href = to) };
}
