import type { TemplateResult } from 'lit';
import type { CaptchaChallenge } from '../../../protocol/captcha.js';
import type { Drag } from './drag.js';
import type { PuzzleStage } from './puzzle.js';

/** What of a puzzle is to be seen. */
export interface PuzzleState {
  /** `null` while a picture is on its way. */
  readonly challenge: CaptchaChallenge | null;
  /** Left edge of the piece, in image pixels. */
  readonly x: number;
  /** Image pixels. */
  readonly width: number;
  /** Image pixels. */
  readonly pieceWidth: number;
  /** True while the server is asked. */
  readonly busy: boolean;
  /** What there is to say; empty most of the time. */
  readonly note: string;
  /** True when the note is about a mistake. */
  readonly wrong: boolean;
}

/** What a person can do with a puzzle. */
export interface PuzzleActions {
  readonly drag: Drag;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onTrack: (event: MouseEvent) => void;
  readonly onCheck: () => void;
  readonly onReload: () => void;
  readonly onClose: () => void;
}

/**
 * Draws the puzzle. The slider's handle is as wide as the piece and moves with it, one to one. The pictures lie
 * left to right in every language, hence the `dir`.
 */
export function puzzleView(
  { lit: { html }, messages }: PuzzleStage,
  { challenge, x, width, pieceWidth, busy, note, wrong }: PuzzleState,
  { drag, onKeydown, onTrack, onCheck, onReload, onClose }: PuzzleActions,
): TemplateResult {
  const pictures = challenge && [
    html`<img class="ground" src=${challenge.picture} alt="" draggable="false" />`,
    html`<img
      class="piece"
      src=${challenge.piece}
      alt=""
      draggable="false"
      @pointerdown=${drag.onPointerdown}
      @pointermove=${drag.onPointermove}
      @pointerup=${drag.onPointerup}
      @pointercancel=${drag.onPointercancel}
      @lostpointercapture=${drag.onPointercancel}
    />`,
  ];
  return html`<dialog
    class="puzzle"
    part="puzzle"
    lang=${messages.lang}
    dir=${messages.dir ?? ''}
    aria-labelledby="puzzle-title"
    @close=${onClose}
  >
    <h2 id="puzzle-title">${messages.puzzleTitle}</h2>
    <div class="picture" dir="ltr" ?data-busy=${!challenge}>${pictures}</div>
    <div class="track" dir="ltr" @click=${onTrack}>
      <div
        class="handle"
        part="slider"
        role="slider"
        tabindex="0"
        aria-label=${messages.puzzleSlider}
        aria-describedby="puzzle-help"
        aria-valuemin="0"
        aria-valuemax=${width - pieceWidth}
        aria-valuenow=${x}
        aria-disabled=${busy ? 'true' : 'false'}
        @keydown=${onKeydown}
        @pointerdown=${drag.onPointerdown}
        @pointermove=${drag.onPointermove}
        @pointerup=${drag.onPointerup}
        @pointercancel=${drag.onPointercancel}
        @lostpointercapture=${drag.onPointercancel}
      ></div>
    </div>
    <div class="notes">
      <p class="help" id="puzzle-help" ?data-covered=${note !== ''}>${messages.puzzleHelp}</p>
      <p class="note" aria-live="polite">${wrong ? '' : note}</p>
      <p class="note wrong" aria-live="assertive">${wrong ? note : ''}</p>
    </div>
    <div class="choices">
      <button
        type="button"
        class="main check"
        part="button"
        @click=${onCheck}
        aria-disabled=${busy ? 'true' : 'false'}
      >
        ${messages.puzzleCheck}
      </button>
      <button
        type="button"
        class="plain"
        part="button"
        @click=${onReload}
        aria-disabled=${busy ? 'true' : 'false'}
      >
        ${messages.puzzleReload}
      </button>
      <button type="button" class="plain" part="button" @click=${onClose}>${messages.cancel}</button>
    </div>
  </dialog>`;
}
