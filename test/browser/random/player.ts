import type { CiamLogin } from '../../../src/entries/element.ts';
import type { CallWatch } from './calls.ts';

const TYPES = ['success', 'error', 'step', 'code-sent', 'redirect'] as const;

/** An event of a box, or what somebody did to it. */
interface Entry {
  readonly what: 'pressed' | 'come back' | 'given up' | 'over' | (typeof TYPES)[number];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** One box of the page, with all that happened to it. */
export class Player {
  readonly log: Entry[] = [];
  /** The button that was pressed and has to be answered. */
  awaited: HTMLElement | null = null;
  /** The person has the focus in this form. */
  isInside = false;
  element!: CiamLogin;
  readonly tenant: string;
  readonly #calls: CallWatch;

  constructor(element: CiamLogin, tenant: string, calls: CallWatch) {
    this.tenant = tenant;
    this.#calls = calls;
    this.play(element);
  }

  /** From now on this element is the box, as after a page was opened anew. */
  play(element: CiamLogin): void {
    this.element = element;
    for (const type of TYPES) {
      element.addEventListener(`ciam-login-${type}`, (event: Event) => {
        if (type === 'redirect') event.preventDefault();
        if (this.element === element) this.#note(type, (event as CustomEvent<Entry['detail']>).detail);
        else this.log.push({ what: 'error', detail: { code: 'told by an element that is gone' } });
      });
    }
  }

  get root(): ShadowRoot {
    return this.element.renderRoot as ShadowRoot;
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as `querySelector` has it
  find<T extends HTMLElement = HTMLElement>(selector: string): T | null {
    return this.element.hasUpdated ? this.root.querySelector<T>(selector) : null;
  }

  /** Whether a person gets at the form: it is in the page, and the puzzle is modal. */
  get isInReach(): boolean {
    return this.element.isConnected && !this.find('dialog');
  }

  /** Whether a button would be answered. */
  isFree(button: HTMLElement | null): boolean {
    const isBlocked = button?.getAttribute('aria-disabled') === 'true' || !!this.find('[data-busy], dialog');
    return !!button && this.element.isConnected && !isBlocked;
  }

  /** Somebody is about to press something. @param button What has to be answered, if it would be. */
  pressing(button: HTMLElement | null = null): void {
    this.#calls.countPress(this.tenant);
    this.log.push({ what: 'pressed', detail: {} });
    // A second factor without a field asks for the number, and the step that follows has the same name.
    const isOnlyTold = button?.matches('.main') && this.find('.title') && !this.find('input');
    if (this.isFree(button) && !isOnlyTold) this.awaited = button;
  }

  /** Somebody has come back with what may be the answer to a login that had left the page. */
  comingBack(): void {
    this.#calls.countPress(this.tenant);
    this.lookingAgain();
  }

  /** The box may look once more whether the address has the answer to a login that had left the page. */
  lookingAgain(): void {
    if (new URLSearchParams(location.search).has('state')) this.log.push({ what: 'come back', detail: {} });
  }

  /** The page, or the person, may not want to know any more. */
  givingUp(): void {
    this.log.push({ what: 'given up', detail: {} });
    this.awaited = null;
  }

  /** Nothing of what was under way may be told any more. */
  ending(): void {
    this.givingUp();
    this.log.push({ what: 'over', detail: {} });
  }

  /** All that happened, in words. */
  get told(): string[] {
    return this.log.map(({ what, detail }) =>
      [what, detail['step'], detail['code']].filter(Boolean).join(' '),
    );
  }

  /** What is wrong with the events so far: an attempt ends once. */
  problems(): string[] {
    const problems: string[] = [];
    let mayEnd = false;
    // Somebody who has come back may press a button before that is noticed: those are two attempts.
    let mayResume = false;
    for (const { what, detail } of this.log) {
      if (what === 'pressed') mayEnd = true;
      if (what === 'come back') mayResume = true;
      if (what === 'over') mayEnd = mayResume = false;
      if (!isEnding(what, detail)) continue;
      const name = [what, detail['step'], detail['code']].filter(Boolean).join(' ');
      if (!mayEnd && !mayResume) problems.push(`${name}, and no attempt that it could be the end of`);
      if (!mayEnd) mayResume = false;
      mayEnd = false;
      if (what === 'error' && !(typeof detail['message'] === 'string' && detail['message'].trim()))
        problems.push(`${name} without a sentence`);
    }
    return problems;
  }

  #note(what: Entry['what'], detail: Entry['detail']): void {
    const { sessionToken, idToken } = Object(detail['session']) as Record<string, string | null | undefined>;
    for (const token of [sessionToken, idToken]) this.#calls.secrets.add(token ?? '');
    this.log.push({ what, detail });
    const isNext = what === 'step' && !/^(start|captcha|done)$/.test(String(detail['step']));
    if (isNext || what === 'error' || isEnding(what, detail)) this.awaited = null;
  }
}

/** A wrong try at the puzzle ends nothing. */
function isEnding(what: Entry['what'], { step, code }: Entry['detail']): boolean {
  if (what === 'error') return !(step === 'captcha' && /^captcha-(failed|expired)$/.test(String(code)));
  return what === 'success' || what === 'code-sent' || what === 'redirect';
}
