import { receiveCode } from '../../device/web-otp.js';
import { readCode } from '../../protocol/one-time-code.js';

/** Helps a code into its field: from a paste of any kind, or straight from the text message (WebOTP). */
export class CodeFilling {
  readonly #input: () => HTMLInputElement | null;
  #waiting: AbortController | undefined;

  /** @param input The code's field, where one is shown. */
  constructor(input: () => HTMLInputElement | null) {
    this.#input = input;
  }

  /** Takes the digits out of what has come into the field; what is typed digit by digit is left alone. */
  clean(event: Event): void {
    const input = this.#input();
    if (!input || event.target !== input) return;
    // Who types the code does not want another put over it.
    this.stop();
    if (event instanceof InputEvent && event.isComposing) return;
    const code = readCode(input.value);
    // Set only when it differs: setting it moves the caret to the end.
    if (input.value !== code) input.value = code;
  }

  /** Waits for the message that was just sent, where the browser can read it, and fills the code in. */
  async waitForMessage(): Promise<void> {
    this.stop();
    const waiting = new AbortController();
    this.#waiting = waiting;
    const code = await receiveCode(waiting.signal);
    const input = this.#input();
    if (code && input && !waiting.signal.aborted) input.value = readCode(code);
  }

  /** Takes a code away that is spent. */
  clear(): void {
    const input = this.#input();
    if (input) input.value = '';
  }

  /** Waits no longer. */
  stop(): void {
    this.#waiting?.abort();
    this.#waiting = undefined;
  }
}
