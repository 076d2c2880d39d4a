import { Drag } from './drag.js';
import { keyedPosition } from './keyed-position.js';
import { pictureWidth } from './picture-width.js';
import type { PuzzleStage } from './puzzle.js';
import { puzzleStyles } from './puzzle-styles.js';
import { type PuzzleState, puzzleView } from './puzzle-view.js';
import type { CaptchaRequest } from '../../../flow/captcha-request.js';

const LOADING_NOTE_MS = 200;

/** The dialog that shows one picture after another, and what a person does there. */
export class PuzzleDialog {
  readonly #stage: PuzzleStage;
  readonly #request: CaptchaRequest;
  readonly #settle: (outcome: string | null | Error) => void;
  readonly #holder = document.createElement('div');
  #removeStyles = () => undefined as unknown;
  readonly #drag = new Drag({
    scale: () => this.#scale,
    x: () => this.#state.x,
    move: (x) => {
      this.#move(x);
    },
    drop: () => {
      void this.#check();
    },
  });
  #state: PuzzleState = {
    challenge: null,
    x: 0,
    width: 310,
    pieceWidth: 47,
    busy: true,
    note: '',
    wrong: false,
  };
  #ended = false;

  constructor(stage: PuzzleStage, request: CaptchaRequest, settle: (outcome: string | null | Error) => void) {
    this.#stage = stage;
    this.#request = request;
    this.#settle = settle;
  }

  open(): void {
    const { root, messages } = this.#stage;
    this.#removeStyles = this.#stage.addStyles(root, puzzleStyles(this.#stage.lit.css));
    this.#holder.className = 'root';
    root.append(this.#holder);
    this.#set({});
    this.#dialog?.showModal();
    this.#watchSight();
    void this.#load('', false);
    // A region that arrives with its text is not read out, and a fast network needs no words.
    setTimeout(() => {
      if (!this.#state.challenge) this.#set({ note: messages.puzzleLoading });
    }, LOADING_NOTE_MS);
  }

  /** Ends it with a token, an error, or with nothing (given up). Only the first end counts. */
  end(outcome: string | null | Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#settle(outcome);
  }

  remove(): void {
    this.#dialog?.close();
    this.#holder.remove();
    this.#removeStyles();
  }

  /** @param note What to say meanwhile, and about the puzzle before, if that went wrong. */
  async #load(note: string, wrong: boolean): Promise<void> {
    this.#drag.end();
    this.#set({ busy: true, note, wrong, challenge: null, x: 0 });
    // Not once the picture is there: they may have gone on to “Cancel” meanwhile.
    this.#slider?.focus();
    try {
      const challenge = await this.#request.fetchChallenge();
      const [width, pieceWidth] = await Promise.all([
        pictureWidth(challenge.picture),
        pictureWidth(challenge.piece),
      ]).catch((cause: unknown) => {
        throw this.#stage.badPicture(cause);
      });
      this.#set({ challenge, width, pieceWidth, busy: false, note: wrong ? note : '' });
    } catch (error) {
      this.end(error as Error);
    }
  }

  async #check(): Promise<void> {
    const { challenge, x, busy } = this.#state;
    const { messages } = this.#stage;
    if (!challenge || busy) return;
    this.#set({ busy: true, note: messages.puzzleChecking, wrong: false });
    try {
      this.end(await this.#request.verify(challenge, x));
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'captcha-failed' || code === 'captcha-expired')
        void this.#load(messages.errors[code], true);
      else this.end(error as Error);
    }
  }

  /** Ends it when the page hides it: behind a modal dialog that nobody sees, the whole page would be dead. */
  #watchSight(): void {
    const observer = new ResizeObserver(([entry]) => {
      if (!entry?.contentRect.width) this.end(null);
    });
    if (this.#dialog) observer.observe(this.#dialog);
  }

  #move(x: number): void {
    if (this.#state.busy) return;
    const max = this.#state.width - this.#state.pieceWidth;
    this.#set({ x: Math.min(Math.max(Math.round(x), 0), max) });
  }

  #set(change: Partial<PuzzleState>): void {
    if (this.#ended) return;
    this.#state = { ...this.#state, ...change };
    const { x, width, pieceWidth } = this.#state;
    const actions = {
      drag: this.#drag,
      onKeydown: this.#onKeydown,
      onCheck: () => {
        void this.#check();
      },
      onReload: () => {
        if (!this.#state.busy) void this.#load(this.#stage.messages.puzzleLoading, false);
      },
      onTrack: this.#onTrack,
      onClose: () => {
        this.end(null);
      },
    };
    this.#stage.lit.render(puzzleView(this.#stage, this.#state, actions), this.#holder);
    // Through the object model: a `style` attribute would need an exception in the page's policy.
    this.#holder.style.setProperty('--x', `${String((x / width) * 100)}%`);
    this.#holder.style.setProperty('--piece', `${String((pieceWidth / width) * 100)}%`);
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return; // the browser's own, like Alt+Left
    const to = keyedPosition(event.key, this.#state);
    if (to === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (to !== undefined) this.#move(to);
    else if (!event.repeat) void this.#check();
  };

  /** For whoever cannot drag: a click on the track brings the piece there, and a button checks (WCAG 2.5.7). */
  readonly #onTrack = (event: MouseEvent) => {
    const track = event.currentTarget as Element;
    if (event.target !== track) return;
    const offset = (event.clientX - track.getBoundingClientRect().left) / this.#scale;
    this.#move(offset - this.#state.pieceWidth / 2);
    this.#slider?.focus();
  };

  /** Screen pixels for one image pixel, also when the page has zoomed or scaled the widget. */
  get #scale(): number {
    const shown = this.#holder.querySelector('.picture')?.getBoundingClientRect().width ?? 0;
    return shown / this.#state.width || 1;
  }

  get #dialog() {
    return this.#holder.querySelector('dialog');
  }

  get #slider() {
    return this.#holder.querySelector<HTMLElement>('[role=slider]');
  }
}
