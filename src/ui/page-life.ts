import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells when the page is left, also into the back/forward cache, from which it may return as it was.
 * There is no `unload` handler: one would keep the page out of that cache.
 */
export class PageLife implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onLeave: () => void;
  readonly #onReturn = () => {
    this.#host.requestUpdate();
  };

  constructor(host: ReactiveControllerHost, onLeave: () => void) {
    this.#host = host;
    this.#onLeave = onLeave;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#onLeave);
    window.addEventListener('pageshow', this.#onReturn);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#onLeave);
    window.removeEventListener('pageshow', this.#onReturn);
  }
}
