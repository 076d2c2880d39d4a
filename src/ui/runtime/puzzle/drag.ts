/** What a drag moves. */
export interface DragTarget {
  /** Screen pixels for one unit of x. */
  scale(): number;
  x(): number;
  move(x: number): void;
  /** Let go, after it was moved. */
  drop(): void;
}

/** Moves something sideways with a mouse, a pen or a finger: listeners for an element that is dragged. */
export class Drag {
  readonly #target: DragTarget;
  /** Where the pointer and the thing were when it was taken hold of. */
  #from: { pointerId: number; clientX: number; x: number } | undefined;

  constructor(target: DragTarget) {
    this.#target = target;
  }

  readonly onPointerdown = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#from) return;
    // No preventDefault(): the slider takes the focus as anything does that is pressed.
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#from = { pointerId: event.pointerId, clientX: event.clientX, x: this.#target.x() };
  };

  readonly onPointermove = (event: PointerEvent): void => {
    if (this.#from?.pointerId !== event.pointerId) return;
    this.#target.move(this.#from.x + (event.clientX - this.#from.clientX) / this.#target.scale());
  };

  readonly onPointerup = (event: PointerEvent): void => {
    this.onPointermove(event);
    const from = this.#release(event);
    if (from && from.x !== this.#target.x()) this.#target.drop();
  };

  readonly onPointercancel = (event: PointerEvent): void => {
    const from = this.#release(event);
    if (from) this.#target.move(from.x);
  };

  /** Lets go of what is about to be taken away: it would not hear of the pointer any more. */
  end(): void {
    this.#from = undefined;
  }

  #release(event: PointerEvent) {
    const from = this.#from?.pointerId === event.pointerId ? this.#from : undefined;
    if (from) this.#from = undefined;
    return from;
  }
}
