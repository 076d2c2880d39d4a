import type { addStyles } from '../late-styles.js';
import type { RuntimeHost } from '../runtime-host.js';
import type { CaptchaRequest } from '../../../flow/captcha-request.js';
import type { Messages } from '../../../locales/messages.js';
import { PuzzleDialog } from './puzzle-dialog.js';

/** Where the puzzle is shown and what it is drawn with. */
export interface PuzzleStage {
  readonly root: ShadowRoot;
  readonly messages: Messages;
  /** The error for a picture that is none. */
  readonly badPicture: (cause: unknown) => Error;
  /** Handed over, as {@link RuntimeHost} tells. */
  readonly lit: RuntimeHost['lit'];
  /** Adds a style sheet to a root; what it returns takes it away again. */
  readonly addStyles: typeof addStyles;
}

/**
 * Shows puzzles until one is solved.
 *
 * @returns The captcha token; `null` when the person gave up, or the attempt was aborted.
 * @throws {CiamError} whatever a call fails with. A wrong or expired puzzle is no such failure: it is followed by another.
 */
export function solvePuzzle(stage: PuzzleStage, request: CaptchaRequest): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const puzzle = new PuzzleDialog(stage, request, (outcome) => {
      request.signal.removeEventListener('abort', abort);
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
      puzzle.remove();
    });
    const abort = () => {
      puzzle.end(null);
    };
    request.signal.addEventListener('abort', abort);
    try {
      puzzle.open();
    } catch (error) {
      puzzle.end(error as Error);
    }
  });
}
