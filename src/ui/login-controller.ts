import type { ReactiveController } from 'lit';
import type { Screen } from '../flow/step.js';
import type { FormMessages } from '../locales/messages.js';
import type { LoginMethod } from '../methods/method.js';
import { Announcer } from './announcer.js';
import { enterMeansSendCode } from './enter-key.js';
import { emit } from './events.js';
import type { FormLook, FormView } from './form-state.js';
import { FormValues } from './form-values.js';
import { formMessages, methodTexts } from './language.js';
import { consentLinks } from './links.js';
import type { LoginElement } from './login-element.js';
import { LoginLoader } from './login-loader.js';
import { MethodList } from './method-list.js';
import { Presses } from './presses.js';
import { createRuntimeHost } from './runtime-host.js';
import type { TabsView } from './tabs-view.js';

/**
 * Stands between the form and the login. The form shows without the login's code; whatever is pressed before that
 * has come waits for it.
 */
export class LoginController implements ReactiveController {
  readonly announcer: Announcer;
  readonly methods: MethodList;
  readonly #element: LoginElement;
  readonly #loader: LoginLoader;
  readonly #values: FormValues;
  readonly #presses: Presses;
  /** The method that was open when the form was drawn last. */
  #drawn: LoginMethod | undefined;

  constructor(element: LoginElement) {
    this.#element = element;
    this.announcer = new Announcer(element);
    this.methods = new MethodList(element);
    this.#values = new FormValues(() => element.renderRoot.querySelector('form'));
    const host = createRuntimeHost(element, {
      announcer: this.announcer,
      methods: this.methods,
      values: this.#values,
      onShow: (method) => {
        this.#loader.adopt(method);
      },
    });
    this.#loader = new LoginLoader(host);
    this.#presses = new Presses(host, this.#loader, this.methods);
    element.addController(this);
  }

  /** Loads the login's code; a failure shows when somebody needs it. */
  load(): void {
    this.#loader.load().catch(() => undefined);
  }

  /** What the widget says once somebody is logged in; nothing before. */
  get doneText(): string | undefined {
    return this.#loader.runtime?.doneText;
  }

  /** In the page, perhaps again: what was not done for want of a place in it may be done now. */
  hostConnected(): void {
    this.#presses.lookAgain();
    this.#element.requestUpdate();
  }

  /** Before anything is drawn: another tab may have been opened since. */
  hostUpdate(): void {
    const before = this.#drawn;
    this.methods.busy = this.#loader.runtime?.isBusy() || this.#isContinued ? before : undefined;
    const { open } = this.methods;
    this.#drawn = open;
    const { name, fields } = this.#screen;
    this.#values.moveTo(JSON.stringify([open.id, name, fields]), before !== open);
    if (!before || before === open) return;
    this.#presses.loadError = undefined;
    emit(this.#element, 'ciam-login-step', { method: open.id, step: 'start' });
    this.#loader.turn();
  }

  hostUpdated(): void {
    this.#values.putBack();
    if (this.doneText) this.#values.clear(); // nobody comes back from there to what was typed
    this.#presses.goOn();
  }

  /** Ends what is under way without a word. */
  cancel(): void {
    this.#loader.cancel();
  }

  /** The page is left, and may come back from the back/forward cache: no code stays behind in the field. */
  leave(): void {
    this.cancel();
    this.#values.clearSecrets();
  }

  restart(): void {
    this.cancel();
    this.#presses.loadError = undefined;
    this.#loader.runtime?.restart();
    if (this.#element.hasUpdated) this.#values.clear();
    this.announcer.set('');
  }

  /** The tabs; `null` with one method, and while the server asks for more. */
  get tabs(): TabsView | null {
    const { offered, open } = this.methods;
    if (offered.length < 2 || this.#isContinued) return null;
    const messages = this.#messages;
    return {
      tabs: offered.map((method) => ({ id: method.id, text: this.#textsOf(method).tab })),
      open: open.id,
      label: messages.methodsLabel,
      onOpen: (id) => {
        this.#element.method = id;
      },
    };
  }

  /** Everything that the form is drawn from. */
  get view(): FormView {
    const { pressed, runtime } = this.#loader;
    const { open } = this.methods;
    const { loadError } = this.#presses;
    const messages = this.#messages;
    const [areaCode = '86'] = /\d+/.exec(this.#element.areaCodes) ?? [];
    const still: FormLook = {
      phase: pressed ?? 'ready',
      screen: this.#screen,
      texts: this.#textsOf(open),
      choices: [],
      hints: {},
      areaCode,
      sendText: messages.getCode,
      sendWaits: !!pressed,
      submitWaits: !!pressed,
      error: loadError ? { field: null, text: loadError } : null,
    };
    return {
      ...(runtime && !pressed ? runtime.look(still) : still),
      messages,
      consent: this.#isContinued ? null : consentLinks(this.#element),
      onTouch: this.#onTouch,
      onSubmit: this.#onSubmit,
      onSendCode: this.#onSendCode,
      onInput: this.#onInput,
      onKeydown: this.#onKeydown,
    };
  }

  /** What is shown, or about to be. */
  get #screen(): Screen {
    return this.#loader.runtime?.screen ?? this.methods.open.screen;
  }

  /** True once the server has asked for more than the first step. */
  get #isContinued(): boolean {
    return this.#screen.name !== 'start';
  }

  get #messages(): FormMessages {
    return formMessages(this.#element);
  }

  #textsOf(method: LoginMethod) {
    return methodTexts(method, this.#element);
  }

  /** Gets ready what a login will need. */
  readonly #onTouch = () => {
    this.#loader.load().then(
      (runtime) => {
        runtime.warmUp();
      },
      () => undefined,
    );
  };

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#presses.press('submit');
  };

  readonly #onSendCode = () => {
    this.#presses.press('sendCode');
  };

  readonly #onInput = (event: Event) => {
    // Whoever types stays on this tab, though another that comes first may turn out to be available.
    this.#element.method = this.methods.open.id;
    this.#loader.runtime?.take(event);
    this.#element.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (enterMeansSendCode(event, this.#values.read())) this.#onSendCode();
  };
}
