import { type ReactiveControllerHost, type TemplateResult, html } from 'lit';

/**
 * The regions that screen readers watch. They stand empty in the first render, since a region that arrives with its
 * text is not read.
 */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #urgent = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** @param urgent Errors interrupt what is being read; progress waits its turn. */
  set(text: string, urgent = false): void {
    this.#text = text;
    this.#urgent = urgent;
    this.#host.requestUpdate();
  }

  view(): TemplateResult {
    return html`<div class="spoken" aria-live="polite">${this.#urgent ? '' : this.#text}</div>
      <div class="spoken" aria-live="assertive">${this.#urgent ? this.#text : ''}</div>`;
  }
}
