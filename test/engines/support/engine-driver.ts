/**
 * The little that has to be written for each engine: how its window is driven. `Browser` builds the rest upon it, once
 * for all engines. Whoever starts a way (`open`, `back`, `reload`) need not wait for its end; `Browser` does.
 */
export interface EngineDriver {
  /** As people call it: `Chromium 140`. */
  readonly name: string;
  open(url: string): Promise<unknown>;
  back(): Promise<unknown>;
  reload(): Promise<unknown>;
  /** The value of a JavaScript expression in the page, as JSON has it. */
  run(expression: string): Promise<unknown>;
  /** Presses and lets go the left button of the mouse there, in CSS pixels of the viewport. */
  clickAt(x: number, y: number): Promise<unknown>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<unknown>;
  /** Presses and lets go one key, by its name: `Enter`, `ArrowLeft`. */
  press(key: string): Promise<unknown>;
  close(): Promise<unknown>;
}

/**
 * What engines say when the page that was asked is just being left. Nothing is wrong then: the page that comes can be
 * asked again.
 */
export const PAGE_GOES_AWAY =
  /context was destroyed|cannot find context|no such frame|discarded|detached|target navigated|actor .*destroyed|aborted/i;
