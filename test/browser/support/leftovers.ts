import { patch } from './patch.ts';

/** What is registered and not taken back, of the widget's own. */
export interface Leftovers {
  now(): string[];
  /** The kinds of listeners that were ever added: `window pagehide` … */
  readonly registered: ReadonlySet<string>;
  /** What is left a while after all boxes have gone; nothing if all is well. */
  afterwards(): Promise<string[]>;
}

/** Longer than any wait of the widget's own, short of what it waits for the server. */
const LONGEST_MS = 3000;

/** True when the widget's own code is at work: tools of the test set timers, too. */
function isOurs(): boolean {
  const frames = (new Error().stack ?? '').split('\n').filter((frame) => frame.includes('://'));
  const caller = frames.find((frame) => !frame.includes('/support/leftovers.ts')) ?? '';
  return caller.includes(`${location.origin}/src/`);
}

/** Watches listeners of the page, timers and observers of changes, until `unpatch`. What is there already does not count. */
export function countLeftovers(): Leftovers {
  const registered = new Set<string>();
  const listeners = watchListeners(registered);
  const timers = watchTimers();
  const observers = watchObservers();
  const left = () => [
    ...[...timers.values()].map((caller) => `a timer: ${caller}`),
    ...[...observers].map(() => 'an observer of changes'),
    ...[...listeners].flatMap(([name, set]) => (set.size ? [`${set.size} listeners of ${name}`] : [])),
  ];
  return {
    now: left,
    registered,
    async afterwards() {
      for (const end = performance.now() + LONGEST_MS; left().length && performance.now() < end;)
        await new Promise((resolve) => setTimeout(resolve, 5));
      const found = left();
      timers.clear();
      observers.clear();
      for (const set of listeners.values()) set.clear();
      return found;
    },
  };
}

function watchListeners(registered: Set<string>): Map<string, Set<unknown>> {
  const all = new Map<string, Set<unknown>>();
  const targets = { window, document, documentElement: document.documentElement };
  for (const [name, target] of Object.entries(targets)) {
    const { addEventListener, removeEventListener } = target;
    const known = new Set<unknown>();
    patch(target, 'addEventListener', {
      value: (...args: Parameters<typeof addEventListener>) => {
        const key = `${name} ${args[0]}`;
        const set = all.get(key) ?? all.set(key, new Set()).get(key)!;
        if (isOurs()) registered.add(key);
        // Once for the page, and for as long as it lives: see `watchLeaving`.
        if (args[0] === 'beforeunload') known.add(args[1]);
        else if (isOurs() && !known.has(args[1])) set.add(args[1]);
        addEventListener.apply(target, args);
      },
    });
    patch(target, 'removeEventListener', {
      value: (...args: Parameters<typeof removeEventListener>) => {
        all.get(`${name} ${args[0]}`)?.delete(args[1]);
        removeEventListener.apply(target, args);
      },
    });
  }
  return all;
}

/** Observers that watch the page for changes: it holds on to them, and they to a box. */
function watchObservers(): Set<MutationObserver> {
  const watching = new Set<MutationObserver>();
  const { prototype } = MutationObserver;
  const { observe, disconnect } = prototype;
  patch(prototype, 'observe', {
    value(this: MutationObserver, ...args: Parameters<typeof observe>) {
      if (isOurs()) watching.add(this);
      observe.apply(this, args);
    },
  });
  patch(prototype, 'disconnect', {
    value(this: MutationObserver) {
      watching.delete(this);
      disconnect.apply(this);
    },
  });
  return watching;
}

/** Timers that have neither run nor been cleared, and who set them. */
function watchTimers(): Map<number, string> {
  const running = new Map<number, string>();
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const start = (id: number) => {
    if (isOurs()) running.set(id, (new Error().stack ?? '').split('\n').slice(1, 5).join(' '));
    return id;
  };
  patch(window, 'setTimeout', {
    value: (act: (...args: unknown[]) => void, ms?: number, ...rest: unknown[]) => {
      const id = setTimeout(() => {
        running.delete(id);
        act(...rest);
      }, ms);
      return start(id);
    },
  });
  patch(window, 'setInterval', { value: (act: () => void, ms?: number) => start(setInterval(act, ms)) });
  const stop = (clear: (id: number) => void) => ({
    value: (id: number) => {
      running.delete(id);
      clear(id);
    },
  });
  patch(
    window,
    'clearTimeout',
    stop((id) => clearTimeout(id)),
  );
  patch(
    window,
    'clearInterval',
    stop((id) => clearInterval(id)),
  );
  return running;
}
