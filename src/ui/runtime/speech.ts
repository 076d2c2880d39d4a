const EMPTY_MS = 60;
const STALE_MS = 10_000;

/** What is read out to somebody who cannot see it. */
export interface Speech {
  /** @param urgent Errors interrupt what is being read; progress waits its turn. */
  say(text: string, urgent?: boolean): void;
  /** Says nothing more. */
  stop(): void;
}

/**
 * Puts texts into the regions that screen readers watch: each is taken away before the next, so that the same error is
 * read twice, and after a while, so that whoever reads the page line by line does not come upon it.
 *
 * @param set Puts a text into a region, or takes it out.
 */
export function createSpeech(set: (text: string, urgent?: boolean) => void): Speech {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    say(text, urgent) {
      set('', urgent);
      clearTimeout(timer);
      timer = setTimeout(() => {
        set(text, urgent);
        timer = setTimeout(set, STALE_MS, '', urgent);
      }, EMPTY_MS);
    },
    stop() {
      clearTimeout(timer);
      set('');
    },
  };
}
