import { type CSSResultGroup, type TemplateResult, html, nothing } from 'lit';
import type { LoginMethod } from '../methods/method.js';
import type { CiamLoginEventMap } from './events.js';
import { formStyles } from './form-styles.js';
import { formView } from './form-view.js';
import { LoginController } from './login-controller.js';
import { LoginProperties } from './login-properties.js';
import { PageLife } from './page-life.js';
import { styles } from './styles.js';
import { tabStyles } from './tab-styles.js';
import { tabbed } from './tabs-view.js';
import { takeOver } from './take-over.js';

/** Adds the widget's own events to those that `addEventListener` knows. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- overloads of an inherited method
export interface LoginElement {
  addEventListener<K extends keyof CiamLoginEventMap>(
    type: K,
    listener: (this: this, event: CiamLoginEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: this, event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof CiamLoginEventMap>(
    type: K,
    listener: (this: this, event: CiamLoginEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/**
 * The login box without its methods: a class of one's own adds those that it wants. It draws a flow, and knows
 * neither an endpoint nor a method.
 *
 * @slot header - Above the form: a title, a logo.
 * @slot footer - Below the form: help, a link to register.
 * @csspart box - All of it.
 * @csspart tabs - The row of tabs.
 * @csspart tab - A tab.
 * @csspart form - The form.
 * @csspart title - What is needed, where the server asks for more.
 * @csspart note - A line that explains.
 * @csspart field - A label, its control and its error.
 * @csspart label - The name of a field.
 * @csspart control - The frame around an input and what belongs to it.
 * @csspart input - What is typed into.
 * @csspart area-code - The calling code, a sign or a choice.
 * @csspart button - Every button.
 * @csspart submit-button - The main button.
 * @csspart send-button - The button that asks for a code.
 * @csspart consent - The box to tick and its text.
 * @csspart checkbox - The box to tick.
 * @csspart link - A link to what is agreed to.
 * @csspart rules - What a new password has to be.
 * @csspart error - What went wrong.
 * @csspart done - What is shown once somebody is logged in.
 * @csspart puzzle - The dialog with the puzzle.
 * @csspart slider - The handle that moves the puzzle's piece.
 * @cssproperty --ciam-accent - Buttons, links, the tab that is open.
 * @cssproperty --ciam-on-accent - Text on the accent colour.
 * @cssproperty --ciam-surface - Background.
 * @cssproperty --ciam-text - Text.
 * @cssproperty --ciam-muted - Text of less weight.
 * @cssproperty --ciam-line - Frames; 3:1 against the background at least.
 * @cssproperty --ciam-soft - Background of what is hovered or empty.
 * @cssproperty --ciam-danger - Errors.
 * @cssproperty --ciam-success - Rules that are met, the tick at the end; the accent colour.
 * @cssproperty --ciam-focus - The ring around what has the focus; the accent colour.
 * @cssproperty --ciam-radius - Corners; 12px. Those of the box are half as large again.
 * @cssproperty --ciam-padding - Room between the edge and the form; 1.75em, less on a narrow screen.
 * @cssproperty --ciam-density - Air, as a factor on heights and gaps; 1. 0.85 is dense, 1.15 is airy.
 * @cssproperty --ciam-control-height - Height of fields and of the main button; 3em.
 * @cssproperty --ciam-max-width - The most that the box is wide; 26em, `none` for as wide as its place.
 * @cssproperty --ciam-font - Font family; the system's.
 * @fires {CustomEvent<LoginSuccessDetail>} ciam-login-success - Somebody is logged in. The widget keeps nothing of it.
 * @fires {CustomEvent<LoginErrorDetail>} ciam-login-error - An attempt failed; the form is usable again.
 * @fires {CustomEvent<LoginStepDetail>} ciam-login-step - Another step is shown.
 * @fires {CustomEvent<RedirectDetail>} ciam-login-redirect - The page is about to be left; cancelable.
 * @fires {CustomEvent<CodeSentDetail>} ciam-login-code-sent - The server accepted to send a code.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see above
export class LoginElement extends LoginProperties {
  /** The ways of logging in that this class offers, in their order. */
  static readonly loginMethods: readonly LoginMethod[] = [];

  static override styles: CSSResultGroup = [styles, formStyles, tabStyles];

  readonly #controller = new LoginController(this);

  constructor() {
    super();
    new PageLife(this, () => {
      this.#controller.leave();
    });
  }

  /** The method that is open: the one that `method` names, else the first that is offered. */
  get openMethod(): LoginMethod {
    return this.#controller.methods.open;
  }

  /** Puts the focus where typing begins. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => {
      this.renderRoot
        .querySelector<HTMLElement>('form input:not([type=hidden]), form .main, .done')
        ?.focus(options);
    });
  }

  /** Gives up whatever is under way, without an event, and starts again with an empty form. */
  reset(): void {
    this.#controller.restart();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved goes and comes back within one task; it keeps what it was doing.
    queueMicrotask(() => {
      if (!this.isConnected) this.#controller.cancel();
    });
  }

  protected override firstUpdated(): void {
    // The form is there; what it takes to log in follows when the browser has nothing better to do.
    const later = 'requestIdleCallback' in globalThis ? requestIdleCallback : setTimeout;
    later(() => {
      if (this.isConnected) this.#controller.load();
    });
  }

  protected override updated(): void {
    // Not at the first time only: a page that is still being read may bring the rest of that form later.
    takeOver(this.renderRoot as ShadowRoot);
  }

  /** Adds the properties that the methods bring along. */
  protected static override finalize(): void {
    if (Object.hasOwn(this, 'loginMethods')) {
      for (const { properties } of this.loginMethods) {
        for (const [name, attribute] of Object.entries(properties ?? {}))
          this.createProperty(name, { attribute });
      }
    }
    super.finalize();
  }

  protected override render(): TemplateResult {
    const { announcer, doneText, tabs, view } = this.#controller;
    return html`<div class="root">
      <div class="box" part="box" lang=${view.messages.lang} dir=${view.messages.dir ?? nothing}>
        <slot name="header"></slot>
        ${doneText ? html`<p class="done" part="done" tabindex="-1">${doneText}</p>` : tabbed(tabs, formView(view))}
        <slot name="footer"></slot>
        ${announcer.view()}
      </div>
    </div>`;
  }
}
