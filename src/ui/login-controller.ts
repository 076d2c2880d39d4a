import { css, html, render } from 'lit';
import type { Values } from '../flow/step.js';
import type { FormMessages } from '../locales/messages.js';
import { Announcer } from './announcer.js';
import { secondsUntil } from './countdown.js';
import { enterMeansSendCode } from './enter-key.js';
import { emit } from './events.js';
import type { FormView } from './form-state.js';
import { FocusMover } from './focus-mover.js';
import { inTime } from './in-time.js';
import { formMessages, override } from './language.js';
import { consentLinks } from './links.js';
import { loadErrorDetail } from './load-error.js';
import type { LoginElement } from './login-element.js';
import { LoginLoader } from './login-loader.js';
import type { LoginRuntime, RuntimeHost } from './runtime/login-runtime.js';

/**
 * Stands between the form and the login. The form shows without the login's code; whatever is pressed before that
 * has come waits for it.
 */
export class LoginController {
  readonly announcer: Announcer;
  readonly #element: LoginElement;
  readonly #loader: LoginLoader;
  #loadError: string | undefined;
  readonly #focus: FocusMover;

  constructor(element: LoginElement) {
    this.#element = element;
    this.announcer = new Announcer(element);
    this.#focus = new FocusMover(element);
    this.#loader = new LoginLoader(this.#host);
  }

  /** Loads the login's code; a failure shows when somebody needs it. */
  load(): void {
    this.#loader.load().catch(() => undefined);
  }

  /** The moment, in ms since 1970, until which something on the form has to wait. */
  get waitUntil(): number {
    const flow = this.#runtime?.flow;
    if (!flow) return 0;
    return Math.max(flow.resendAt(this.#values), flow.restsUntil('sending'), flow.restsUntil('submitting'));
  }

  /** What the widget says once somebody is logged in; nothing before. */
  get doneText(): string | undefined {
    return this.#runtime?.flow.state.phase === 'done' ? this.#runtime.messages.done : undefined;
  }

  /** Gets ready what a login will need, once somebody seems to want one. */
  readonly warmUp = (): void => {
    this.#loader.load().then(
      (runtime) => {
        runtime.warmUp();
      },
      () => undefined,
    );
  };

  /** Ends what is under way without a word. */
  cancel(): void {
    this.#loader.forget();
    this.#runtime?.cancel();
  }

  /** The page is left, and may come back from the back/forward cache: no code stays behind in the field. */
  leave(): void {
    this.cancel();
    const code = this.#element.renderRoot.querySelector<HTMLInputElement>('#code');
    if (code) code.value = '';
  }

  restart(): void {
    const hadFocus = this.doneText !== undefined && this.#find(':focus') !== null;
    this.cancel();
    this.#loadError = undefined;
    this.#runtime?.restart();
    this.#element.shadowRoot?.querySelector('form')?.reset(); // none before the first render
    this.announcer.say('');
    // What had the focus is gone with the screen that said that the login is done.
    if (hadFocus) this.#focus.next('input:not([type=hidden])');
  }

  /** Everything that the form is drawn from. */
  get view(): FormView {
    const runtime = this.#runtime;
    const state = runtime?.flow.state;
    const [areaCode = '86'] = /\d+/.exec(this.#element.areaCodes) ?? [];
    return {
      phase: this.#loader.pressed ?? state?.phase ?? 'ready',
      screen: state?.step ?? this.#element.openMethod.screen,
      messages: this.#messages,
      areaCodes: runtime?.areaCodes ?? [{ areaCode, name: '' }],
      consent: consentLinks(this.#element),
      resendIn: secondsUntil(runtime?.flow.resendAt(this.#values)),
      sendBlockedFor: secondsUntil(runtime?.flow.restsUntil('sending')),
      submitBlockedFor: secondsUntil(runtime?.flow.restsUntil('submitting')),
      isOrdered: state?.isOrdered ?? false,
      error: this.#loadError ? { field: null, text: this.#loadError } : (runtime?.error ?? null),
      onSubmit: this.#onSubmit,
      onSendCode: this.#onSendCode,
      onInput: this.#onInput,
      onKeydown: this.#onKeydown,
    };
  }

  get #messages(): FormMessages {
    return formMessages(this.#element.language, this.#element.messages ?? {});
  }

  get #runtime(): LoginRuntime | undefined {
    return this.#loader.runtime;
  }

  get #host(): RuntimeHost {
    const element = this.#element;
    return {
      element,
      lit: { css, html, render },
      override,
      inTime: (promise) => inTime(promise, Number(element.timeout) || 15_000),
      formMessages: () => this.#messages,
      consentNeeded: () => consentLinks(element) !== null,
      emit: (type, detail) => {
        // Whoever has taken the element out of the page does not want to hear of it.
        if (element.isConnected) emit(element, type, detail);
      },
      changed: () => {
        element.requestUpdate();
      },
      announce: (text) => {
        this.announcer.say(text);
      },
      show: (selector, announcement, urgent) => {
        this.#show(selector, announcement, urgent);
      },
    };
  }

  #show(selector: string, announcement: string, urgent: boolean) {
    this.#focus.next(selector);
    this.announcer.say(announcement, urgent);
  }

  async #press(action: 'sendCode' | 'submit') {
    if (this.#loader.pressed) return;
    const values = this.#values;
    this.#loadError = undefined;
    let runtime: LoginRuntime | undefined;
    try {
      runtime = await this.#loader.loadFor(action === 'submit' ? 'submitting' : 'sending');
    } catch {
      this.#failToLoad(action === 'submit' ? '.main' : '.send');
    }
    await runtime?.flow[action](values);
  }

  #failToLoad(button: string) {
    const { notLoaded, offline } = this.#messages;
    const message = navigator.onLine ? notLoaded : offline;
    this.#loadError = message;
    this.#show(button, message, true);
    emit(this.#element, 'ciam-login-error', loadErrorDetail(this.#element.openMethod, message));
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void this.#press('submit');
  };

  readonly #onSendCode = () => {
    void this.#press('sendCode');
  };

  readonly #onInput = (event: Event) => {
    this.#runtime?.cleanCode(event);
    this.#element.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (enterMeansSendCode(event, this.#values)) this.#onSendCode();
  };

  /** What stands in the fields; read when it is needed, and never kept. */
  get #values(): Values {
    const form = this.#element.renderRoot.querySelector('form');
    return form ? (Object.fromEntries(new FormData(form)) as Values) : {};
  }

  #find(selector: string): HTMLElement | null {
    return this.#element.renderRoot.querySelector(selector);
  }
}
