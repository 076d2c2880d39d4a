/**
 * Hears an element's events for listeners that change with every render of a framework, and stays when they do: between
 * two renders nothing goes unheard.
 */
export class EventHub implements EventListenerObject {
  #element: Element | undefined;
  #listeners: ReadonlyMap<string, EventListener> = new Map();
  readonly #types = new Set<string>();

  /** These are the listeners from now on. Adding the hub to an element again changes nothing. */
  hear(element: Element, listeners: ReadonlyMap<string, EventListener>): void {
    this.#element = element;
    this.#listeners = listeners;
    for (const type of listeners.keys()) {
      this.#types.add(type);
      element.addEventListener(type, this);
    }
  }

  /** Hears no more, once the element has gone: one that is only hidden may still log somebody in. */
  leave(): void {
    if (this.#element?.isConnected) return;
    for (const type of this.#types) this.#element?.removeEventListener(type, this);
  }

  handleEvent(event: Event): void {
    this.#listeners.get(event.type)?.(event);
  }
}
