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
 * Watches the page being left. No `unload` handler is used: it would keep the page out of the back/forward cache.
 *
 * Measured: Firefox and WebKit cut calls off when a navigation *begins*, and fire `pagehide` only when the next page
 * answers, which may be seconds later; Chromium cuts them off at `pagehide`. The Navigation API's `navigate` announces
 * it where it exists, though not for the browser's own buttons; elsewhere there is only a moment's grace.
 */
export function watchLeaving(): LeavingWatch {
  let started = false;
  let left = false;
  let navigatingUntil = 0;
  let answers: ((leaving: boolean) => void)[] = [];

  const start = () => {
    if (started) return;
    started = true;
    window.addEventListener('pagehide', () => {
      left = true;
      for (const answer of answers) answer(true);
    });
    // Back from the back/forward cache.
    window.addEventListener('pageshow', () => {
      left = false;
      navigatingUntil = 0;
    });
    // Safari has it from 26.2 on, Firefox from 147.
    const navigation = 'navigation' in window ? window.navigation : null;
    navigation?.addEventListener('navigate', (event) => {
      if (event.destination.sameDocument || event.downloadRequest !== null) return;
      navigatingUntil = Date.now() + NAVIGATION_MS;
    });
  };

  const isLeaving = () =>
    new Promise<boolean>((resolve) => {
      start();
      if (left) {
        resolve(true);
        return;
      }
      answers.push(resolve);
      setTimeout(
        () => {
          answers = answers.filter((answer) => answer !== resolve);
          resolve(false);
        },
        Math.max(GRACE_MS, navigatingUntil - Date.now()),
      );
    });

  return { start, isLeaving };
}
