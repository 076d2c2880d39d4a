import type { LitElement, ReactiveController } from 'lit';

/** Where somebody begins to fill in a form. */
export const FIRST_FIELD = 'form input:not([type=hidden]), form .main';

/**
 * Moves the focus to what has just been drawn, unless that would be a theft: from somebody who has gone on to another
 * part of the page, or who is typing in another field of the form.
 */
export class FocusMover implements ReactiveController {
  readonly #host: LitElement;
  #selector = '';

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** @param selector What gets the focus after the next drawing. */
  next(selector: string): void {
    this.#selector = selector;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const target = this.#selector && this.#find(this.#selector);
    this.#selector = '';
    if (target && this.#mayTake(target)) target.focus();
  }

  #mayTake(target: HTMLElement): boolean {
    const inside = this.#find(':focus');
    if (inside) return !(target instanceof HTMLButtonElement && inside instanceof HTMLInputElement);
    const { activeElement, body } = document;
    // What had the focus may have been taken away: a dialog, the form itself.
    return !activeElement || activeElement === body || activeElement.contains(this.#host) || this.#hasFocus();
  }

  #hasFocus(): boolean {
    return this.#host.matches(':focus-within');
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
