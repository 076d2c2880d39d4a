import type { ReactiveController } from 'lit';
import { browserDevice } from '../../device/browser-device.js';
import type { CaptchaSolver } from '../../flow/captcha-request.js';
import type { Messages } from '../../locales/messages.js';
import { CiamError } from '../../protocol/errors.js';
import { addStyles } from './late-styles.js';
import type { RuntimeHost } from './runtime-host.js';

/** Loads the puzzle's code, which is not needed before somebody asks for a code. */
export function loadPuzzle(): Promise<typeof import('./puzzle/puzzle.js')> {
  return import('./puzzle/puzzle.js');
}

/** The built-in way to a captcha token: the puzzle, as a modal dialog in the widget's shadow root. */
export function puzzleSolver({ element, lit, inTime }: RuntimeHost, messages: Messages): CaptchaSolver {
  return async (request) => {
    const { solvePuzzle } = await inTime(loadPuzzle()).catch((cause: unknown) => {
      throw new CiamError('network', {
        cause,
        subject: browserDevice().isOnline() ? 'not-loaded' : 'offline',
      });
    });
    // They may have gone while it was on its way.
    request.signal.throwIfAborted();
    const badPicture = (cause: unknown) => new CiamError('bad-response', { cause, httpStatus: 200 });
    const root = element.renderRoot as ShadowRoot;
    const staysModal = modality(root);
    element.addController(staysModal);
    return solvePuzzle({ root, messages, badPicture, lit, addStyles }, request).finally(() => {
      element.removeController(staysModal);
    });
  };
}

/** A dialog that was moved in the document is no longer a modal one; it is made so again. */
function modality(root: ShadowRoot): ReactiveController {
  return {
    hostConnected() {
      const dialog = root.querySelector('dialog');
      dialog?.removeAttribute('open');
      dialog?.showModal();
    },
  };
}
