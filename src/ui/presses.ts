import type { LoginMethod } from '../methods/method.js';
import type { LoginErrorDetail } from './events.js';
import type { LoginLoader } from './login-loader.js';
import type { MethodList } from './method-list.js';
import type { RuntimeHost } from './runtime/runtime-host.js';

/** What sets a login going: somebody presses a button, or comes back from where a method had sent them. */
export class Presses {
  /** What to say when the login's own code could not be loaded. */
  loadError: string | undefined;
  readonly #host: RuntimeHost;
  readonly #loader: LoginLoader;
  readonly #methods: MethodList;
  /** Methods whose answer was looked for in the address, each with what the page had set for it by then. */
  readonly #lookedFor = new Map<LoginMethod, string>();

  constructor(host: RuntimeHost, loader: LoginLoader, methods: MethodList) {
    this.#host = host;
    this.#loader = loader;
    this.#methods = methods;
  }

  press(action: 'sendCode' | 'submit'): void {
    const { pressed, runtime } = this.#loader;
    if (pressed) return;
    this.loadError = undefined;
    const { element } = this.#host;
    // Whoever has pressed stays on this tab, though another that comes first may turn out to be available.
    element.method = element.openMethod.id;
    // Within the click where that is possible: see `LoginRuntime.act`.
    void (runtime ? runtime.act(action) : this.#loadAndAct(action));
  }

  /** Looks once more: see {@link goOn}. */
  lookAgain(): void {
    this.#lookedFor.clear();
  }

  /** Looks, once for each method that is set up, whether the page was opened with the answer to a login that had left it. */
  goOn(): void {
    for (const method of this.#methods.offered) {
      const { baseUrl, clientId, tenantId } = this.#host.element;
      const need = this.#methods.needOf(method);
      const set = [need, baseUrl, clientId, tenantId].join();
      if (!method.leavesPage || !need || this.#lookedFor.get(method) === set) continue;
      this.#lookedFor.set(method, set);
      // What it is worth, the method's own code will say, which most pages need not load for this.
      if (/[?&]state=[\da-f]{64}\b/.test(location.search))
        this.#loader.resume(method, () => {
          this.#failToLoad(method);
        });
    }
  }

  async #loadAndAct(action: 'sendCode' | 'submit') {
    const phase = action === 'submit' ? 'submitting' : 'sending';
    const { openMethod } = this.#host.element;
    const runtime = await this.#loader.loadFor(phase).catch(() => {
      this.#failToLoad(openMethod);
    });
    await runtime?.act(action);
  }

  /**
   * For a person, code that could not be loaded is the same as a server that cannot be reached. The error class is in
   * the very code that is missing, hence the plain object.
   */
  #failToLoad({ id }: LoginMethod) {
    const { formMessages, announce, emit, changed } = this.#host;
    const message = formMessages().notLoaded;
    this.loadError = message;
    announce(message, true);
    changed();
    const detail: LoginErrorDetail = {
      method: id,
      step: 'start',
      code: 'network',
      message,
      serverCode: null,
      httpStatus: null,
      retryable: true,
      retryAfter: null,
    };
    emit('ciam-login-error', detail);
  }
}
