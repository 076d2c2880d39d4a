import type { Screen, Step } from '../flow/step.js';

/**
 * One way of logging in. It names what it needs and where it goes from there; it draws nothing.
 * How to add one is told in CONTRIBUTING.md.
 */
export interface LoginMethod {
  /** In kebab-case, as the attributes `method` and `methods` name it. */
  readonly id: string;
  /** The first screen: all that the form needs to show, and all of the method that is loaded with it. */
  readonly screen: Screen;
  /** The first step. Its code is loaded with this call, so the method's own file must not import it. */
  begin(): Promise<Step>;
}
