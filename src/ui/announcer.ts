import { type ReactiveController, type ReactiveControllerHost, type TemplateResult, html } from 'lit';

const EMPTY_MS = 60;
const STALE_MS = 10_000;

/**
 * Speaks to screen readers. Its two regions stand empty in the first render, since a region that arrives
 * with its text is not read; and a text is taken away before the next, so that the same error is read twice.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #urgent = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** @param urgent Errors interrupt what is being read; progress waits its turn. */
  say(text: string, urgent = false): void {
    this.#set('', urgent);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#set(text, urgent);
      // Whoever reads the page afterwards, line by line, should not come upon it.
      this.#timer = setTimeout(() => {
        this.#set('', urgent);
      }, STALE_MS);
    }, EMPTY_MS);
  }

  view(): TemplateResult {
    return html`<div class="spoken" aria-live="polite">${this.#urgent ? '' : this.#text}</div>
      <div class="spoken" aria-live="assertive">${this.#urgent ? this.#text : ''}</div>`;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #set(text: string, urgent: boolean) {
    this.#text = text;
    this.#urgent = urgent;
    this.#host.requestUpdate();
  }
}
