import type { Phase } from '../flow/flow.js';
import type { LoginRuntime, RuntimeHost } from './runtime/login-runtime.js';

/** Loads the login's code once, and remembers what was pressed before it has come. */
export class LoginLoader {
  readonly #host: RuntimeHost;
  #runtime: LoginRuntime | undefined;
  #loading: Promise<LoginRuntime> | undefined;
  #waiting: { readonly phase: Phase } | undefined;

  constructor(host: RuntimeHost) {
    this.#host = host;
  }

  /** The login, once its code is there. */
  get runtime(): LoginRuntime | undefined {
    return this.#runtime;
  }

  /** The phase that the form shows for somebody who was faster than the network. */
  get pressed(): Phase | undefined {
    return this.#waiting?.phase;
  }

  /** Loads the code. A load that failed may be tried again. */
  load(): Promise<LoginRuntime> {
    return (this.#loading ??= this.#load().catch((cause: unknown) => {
      this.#loading = undefined;
      throw cause;
    }));
  }

  /**
   * Loads the code for something that was pressed, which shows as under way meanwhile.
   *
   * @returns Nothing when they have gone, or started anew, before the code came.
   */
  async loadFor(phase: Phase): Promise<LoginRuntime | undefined> {
    if (this.#runtime) return this.#runtime;
    const waiting = { phase };
    this.#waiting = waiting;
    this.#host.changed();
    try {
      const runtime = await this.#host.inTime(this.load());
      return this.#waiting === waiting ? runtime : undefined;
    } catch (cause) {
      if (this.#waiting === waiting) throw cause;
      return undefined;
    } finally {
      if (this.#waiting === waiting) this.#waiting = undefined;
    }
  }

  /** Whoever pressed something has gone. */
  forget(): void {
    this.#waiting = undefined;
  }

  async #load(): Promise<LoginRuntime> {
    const [{ createLoginRuntime }, step] = await Promise.all([
      import('./runtime/login-runtime.js'),
      this.#host.element.openMethod.begin(),
    ]);
    this.#runtime = createLoginRuntime(this.#host, step);
    this.#host.changed();
    return this.#runtime;
  }
}
