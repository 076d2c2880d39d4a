import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect, fixture, waitUntil } from '@open-wc/testing';
import { html, render } from 'lit';
import type { CiamLogin } from '../../../src/entries/element.ts';
import '../../../src/entries/index.ts';
import type { Ciam } from '../../support/ciam.ts';

const EVENTS = ['success', 'error', 'step', 'code-sent', 'redirect'] as const;
type EventName = (typeof EVENTS)[number];

/** An event of the widget as a page sees it. */
export interface SeenEvent {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A login box in a page, handled as a person would: with keys and a mouse, by the names on its fields and buttons. */
export class LoginBox {
  readonly element: CiamLogin;
  readonly ciam: Ciam;
  /** Every event that has reached the document, in order. */
  readonly events: SeenEvent[] = [];
  /** Tokens of the puzzles that were shown, the newest last. */
  readonly puzzles: string[];

  constructor(element: CiamLogin, ciam: Ciam, puzzles: string[]) {
    this.element = element;
    this.ciam = ciam;
    this.puzzles = puzzles;
    for (const type of EVENTS) {
      element.addEventListener(`ciam-login-${type}`, (event: Event) => {
        this.events.push({ type, detail: (event as CustomEvent<Record<string, unknown>>).detail });
      });
    }
  }

  /** Events of one kind. */
  seen(type: EventName): SeenEvent[] {
    return this.events.filter((event) => event.type === type);
  }

  get root(): ShadowRoot {
    return this.element.renderRoot as ShadowRoot;
  }

  get mobile(): HTMLInputElement {
    return this.find('#mobile');
  }

  get code(): HTMLInputElement {
    return this.find('#code');
  }

  get sendButton(): HTMLButtonElement {
    return this.find('.send');
  }

  get submitButton(): HTMLButtonElement {
    return this.find('.main');
  }

  get slider(): HTMLElement {
    return this.find('[role=slider]');
  }

  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- typed as querySelector() is
  find<T extends HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector);
    if (!found) throw new Error(`${selector} is not there`);
    return found;
  }

  /** Types into a field with real keys. */
  async type(input: HTMLInputElement, text: string): Promise<void> {
    const before = input.value;
    input.focus();
    await sendKeys({ type: text });
    if (input.value !== before && input.value.length >= text.length) return;
    // A busy WebKitGTK may lose the first keys for a frame that has just been opened.
    input.blur();
    input.value = before;
    input.focus();
    await sendKeys({ type: text });
  }

  /** Clicks with a real mouse. */
  async click(target: HTMLElement): Promise<void> {
    target.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = target.getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(left + width / 2), Math.round(top + height / 2)],
    });
  }

  /** Waits for the puzzle to show its picture. */
  async puzzleShown(): Promise<void> {
    await waitUntil(() => this.dialog?.querySelector('.ground'), 'the puzzle shows', { timeout: 15_000 });
  }

  /** Where the piece of the puzzle that is shown belongs, in image pixels. */
  async solution(): Promise<number> {
    const x = await this.ciam.puzzleX(this.puzzles.at(-1) ?? '');
    if (x === null) throw new Error('the server knows no such puzzle');
    return x;
  }

  /** Drags the slider's handle with the mouse until the piece is at x (image pixels), and lets go. */
  async dragTo(x: number): Promise<void> {
    const picture = this.find('.picture').getBoundingClientRect();
    const handle = this.slider.getBoundingClientRect();
    const y = Math.round(handle.top + handle.height / 2);
    const from = Math.round(handle.left + handle.width / 2);
    const to = Math.round(from + (x * picture.width) / 310);
    await sendMouse({ type: 'move', position: [from, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round((from + to) / 2), y] });
    await sendMouse({ type: 'move', position: [to, y] });
    await sendMouse({ type: 'up' });
  }

  /** From an empty form to a code that was sent to this number. */
  async getCode(mobile: string): Promise<void> {
    await this.type(this.mobile, mobile);
    await this.click(this.sendButton);
    await this.puzzleShown();
    await this.dragTo(await this.solution());
    await waitUntil(() => this.seen('code-sent').length > 0, 'a code is sent', { timeout: 15_000 });
  }

  /** Types the code that the phone got, and logs in. */
  async logIn(mobile: string): Promise<void> {
    const code = await this.ciam.code(mobile);
    expect(code, 'a code has arrived').to.be.a('string');
    await this.type(this.code, String(code));
    await this.click(this.submitButton);
  }

  /** Waits for the n-th event of a kind, and gives its detail. */
  async event(type: EventName, count = 1): Promise<SeenEvent['detail']> {
    await waitUntil(() => this.seen(type).length >= count, `event ${String(count)} of ${type}`, {
      timeout: 15_000,
    });
    return this.seen(type)[count - 1]!.detail;
  }
}

/**
 * Puts a login box into the page, joined to a CIAM server on another origin.
 *
 * @param attributes Added to `base-url`, `client-id` and `lang="en"`.
 */
export async function openLogin(
  ciam: Ciam,
  attributes: Readonly<Record<string, string>> = {},
  languages: CiamLogin['languages'] = null,
): Promise<LoginBox> {
  localStorage.clear();
  const puzzles = watchPuzzles();
  const holder = await fixture<HTMLDivElement>(document.createElement('div'));
  render(html`<ciam-login base-url=${ciam.origin} client-id="demo-client" lang="en"></ciam-login>`, holder);
  const element = holder.querySelector('ciam-login')!;
  element.languages = languages;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  return new LoginBox(element, ciam, puzzles);
}

/** Learns the tokens of the puzzles from the answers as they pass; the answers themselves are left as they are. */
function watchPuzzles(): string[] {
  const tokens: string[] = [];
  const original = plainFetch();
  window.fetch = async (...args) => {
    const response = await original(...args);
    if (typeof args[0] === 'string' && args[0].endsWith('/captcha') && response.ok) {
      const body = (await response
        .clone()
        .json()
        .catch(() => null)) as { token?: string } | null;
      if (body?.token) tokens.push(body.token);
    }
    return response;
  };
  return tokens;
}

let pageFetch: typeof fetch | undefined;

/** The page's own `fetch`, from before any test wrapped it. */
function plainFetch(): typeof fetch {
  return (pageFetch ??= window.fetch.bind(window));
}
