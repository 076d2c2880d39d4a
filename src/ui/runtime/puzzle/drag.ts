/** What a drag moves. */
export interface DragTarget {
  /** Screen pixels for one unit of x. */
  scale(): number;
  x(): number;
  move(x: number): void;
  /** Let go, after it was moved. */
  drop(): void;
}

/** Where the pointer and the thing were when it was taken hold of. */
interface Hold {
  readonly pointerId: number;
  readonly clientX: number;
  readonly x: number;
  moved: boolean;
}

/** Less is a hand that trembles, or a press that only meant to take the focus. */
const MIN_TRAVEL_PX = 6;

/** Moves something sideways with a mouse, a pen or a finger: listeners for an element that is dragged. */
export class Drag {
  readonly #target: DragTarget;
  #from: Hold | undefined;

  constructor(target: DragTarget) {
    this.#target = target;
  }

  readonly onPointerdown = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#from) return;
    // No preventDefault(): the slider takes the focus as anything does that is pressed.
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#from = { pointerId: event.pointerId, clientX: event.clientX, x: this.#target.x(), moved: false };
  };

  readonly onPointermove = (event: PointerEvent): void => {
    if (this.#from?.pointerId !== event.pointerId) return;
    // It was let go of where nobody heard of it.
    if (event.buttons === 0) this.onPointercancel(event);
    else this.#follow(event, this.#from);
  };

  readonly onPointerup = (event: PointerEvent): void => {
    const from = this.#release(event);
    if (from) this.#follow(event, from);
    if (from?.moved) this.#target.drop();
  };

  readonly onPointercancel = (event: PointerEvent): void => {
    const from = this.#release(event);
    if (from) this.#target.move(from.x);
  };

  /** Lets go of what is about to be taken away: it would not hear of the pointer any more. */
  end(): void {
    this.#from = undefined;
  }

  #follow(event: PointerEvent, from: Hold): void {
    const travel = event.clientX - from.clientX;
    from.moved ||= Math.abs(travel) >= MIN_TRAVEL_PX;
    this.#target.move(from.x + travel / this.#target.scale());
  }

  #release(event: PointerEvent) {
    const from = this.#from?.pointerId === event.pointerId ? this.#from : undefined;
    if (from) this.#from = undefined;
    return from;
  }
}
