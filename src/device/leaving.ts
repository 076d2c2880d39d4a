/** Tells a call that failed because the page is being left from one that just failed (N7). */
export interface LeavingWatch {
  /** Begins to listen, once for the page; to be called before a call is made. */
  start(): void;
  /** True if the page is being left. The answer may take a moment. */
  isLeaving(): Promise<boolean>;
}

/** How long `pagehide` may come after a call was cut off, when nothing announced it. */
const GRACE_MS = 250;
/** How long the next page may take to answer, once a navigation has begun. */
const NAVIGATION_MS = 5000;

/**
 * Watches the page being left. There is no `unload` handler: it would keep the page out of the back/forward cache,
 * which `beforeunload` was measured not to do in any of the three engines.
 *
 * Measured: Firefox and WebKit cut calls off when a navigation *begins*, a few ms after `beforeunload`, and fire
 * `pagehide` only when the next page answers, which may be seconds later; Chromium cuts them off at `pagehide`.
 */
export function watchLeaving(): LeavingWatch {
  let away = false;
  let departures = 0;
  let navigatingUntil = 0;

  const note = ({ type }: Event) => {
    away = type === 'pagehide';
    if (away) departures++;
    navigatingUntil = type === 'beforeunload' ? Date.now() + NAVIGATION_MS : 0;
  };

  return {
    start() {
      // Doing it again adds nothing: it is the same listener. `pageshow` is a return from the back/forward cache.
      for (const type of ['beforeunload', 'pagehide', 'pageshow']) window.addEventListener(type, note);
    },

    isLeaving() {
      const before = departures;
      const wait = Math.max(GRACE_MS, navigatingUntil - Date.now());
      return new Promise((resolve) => {
        // Who left and came back has left too: timers stand still in the back/forward cache.
        setTimeout(() => {
          resolve(away || departures > before);
        }, wait);
      });
    },
  };
}
