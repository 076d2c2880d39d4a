import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Draws its host again each second while there is a moment to wait for, and whenever another tab moved it.
 * It counts nothing itself: the moment is absolute, so sleep and background tabs cannot put it out.
 */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #until: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isConnected = false;

  /** @param until The moment, in ms since 1970; 0 or the past when there is nothing to wait for. */
  constructor(host: ReactiveControllerHost, until: () => number) {
    this.#host = host;
    this.#until = until;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    window.addEventListener('storage', this.#draw);
    this.#draw();
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const left = this.#until() - Date.now();
    // To the next whole second, so that every number is seen.
    // A host may be drawn once more after it was taken out of the document.
    if (left > 0 && this.#isConnected) this.#timer = setTimeout(this.#draw, left % 1000 || 1000);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    clearTimeout(this.#timer);
    window.removeEventListener('storage', this.#draw);
  }

  readonly #draw = () => {
    this.#host.requestUpdate();
  };
}

/** Whole seconds until a moment, rounded up; 0 once it has passed. */
export function secondsUntil(moment = 0): number {
  return Math.max(0, Math.ceil((moment - Date.now()) / 1000));
}
