import type { InEachLanguage, Screen, Step } from '../flow/step.js';

/** What the form says of a method. */
export interface MethodTexts {
  /** Name of its tab. */
  readonly tab: string;
  /** What the main button of its first screen says. */
  readonly button: string;
  /** A line above the button, for a method that has no fields to speak for it. */
  readonly note?: string;
  /** Labels of the fields that are its own, by their names. */
  readonly fields?: Readonly<Record<string, string>>;
}

/**
 * One way of logging in. It names what it needs and where it goes from there; it draws nothing.
 * How to add one is told in CONTRIBUTING.md.
 */
export interface LoginMethod {
  /** In kebab-case, as the attributes `method` and `methods` name it. */
  readonly id: string;
  /** The first screen: all that the form needs to show, and all of the method that is loaded with it. */
  readonly screen: Screen;
  readonly texts: InEachLanguage<MethodTexts>;
  /** The properties that it adds to the element, each with its attribute; `false` for one that has none. */
  readonly properties?: Readonly<Record<string, string | false>>;
  /**
   * The one of them without which it cannot work. If its value has a function `isAvailable`, the method is offered
   * only after that has said yes.
   */
  readonly needs?: string;
  /** True for a method that leaves the page, and goes on when it is opened again with a `state` in its address. */
  readonly leavesPage?: boolean;
  /** True for a short cut: whenever it fails, the form goes on to the first method that asks for something. */
  readonly isShortcut?: boolean;
  /** The first step. Its code is loaded with this call, so the method's own file must not import it. */
  begin(): Promise<Step>;
}
