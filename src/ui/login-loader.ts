import type { Phase } from '../flow/flow.js';
import type { Step } from '../flow/step.js';
import type { LoginMethod } from '../methods/method.js';
import type { LoginRuntime } from './runtime/login-runtime.js';
import type { RuntimeHost } from './runtime/runtime-host.js';

/** Loads the login's code once, the open method's with it, and remembers what was pressed before they have come. */
export class LoginLoader {
  readonly #host: RuntimeHost;
  /** The first steps of the methods that were opened before: they open at once. */
  readonly #steps = new Map<LoginMethod, Step>();
  #runtime: LoginRuntime | undefined;
  /** The method whose steps the runtime shows. */
  #shown: LoginMethod | undefined;
  #loading: { readonly method: LoginMethod; readonly promise: Promise<LoginRuntime> } | undefined;
  #resumption: Promise<unknown> | undefined;
  #waiting: { readonly phase: Phase } | undefined;
  /** How often everything was given up. */
  #ends = 0;

  constructor(host: RuntimeHost) {
    this.#host = host;
  }

  /** The login, once its code is there, and that of the method that is open. */
  get runtime(): LoginRuntime | undefined {
    return this.#shown === this.#host.element.openMethod ? this.#runtime : undefined;
  }

  /** The phase that the form shows for somebody who was faster than the network. */
  get pressed(): Phase | undefined {
    return this.#waiting?.phase;
  }

  /** Loads the code. A load that failed may be tried again. */
  load(): Promise<LoginRuntime> {
    const method = this.#host.element.openMethod;
    const step = this.#steps.get(method);
    if (this.runtime) return Promise.resolve(this.runtime);
    if (this.#runtime && step) return Promise.resolve(this.#open(this.#runtime, method, step));
    if (this.#loading?.method === method) return this.#loading.promise;
    const promise = this.#load(method).catch((cause: unknown) => {
      if (this.#loading?.method === method) this.#loading = undefined;
      throw cause;
    });
    this.#loading = { method, promise };
    return promise;
  }

  /** Another tab is open: what was pressed or under way on the one before ends without a word. */
  turn(): void {
    this.#waiting = undefined;
    if (!this.#runtime || this.runtime) return;
    this.#runtime.restart();
    this.load().catch(() => undefined);
  }

  /**
   * Loads the code for something that was pressed, which shows as under way meanwhile.
   *
   * @returns Nothing when they have gone, or started anew, before the code came.
   */
  async loadFor(phase: Phase): Promise<LoginRuntime | undefined> {
    const waiting = { phase };
    this.#waiting = waiting;
    this.#host.changed();
    try {
      // Whoever is just coming back, and presses because nothing seems to happen, is not sent away again.
      const comingBack = this.#host.element.openMethod.leavesPage && this.#resumption;
      const [runtime] = await this.#host.inTime(Promise.all([this.load(), comingBack]));
      return this.#waiting === waiting ? runtime : undefined;
    } catch (cause) {
      if (this.#waiting === waiting) throw cause;
      return undefined;
    } finally {
      if (this.#waiting === waiting) this.#waiting = undefined;
    }
  }

  /** Gives up what is under way, and what was pressed, without a word. */
  cancel(): void {
    this.#ends++;
    this.#waiting = undefined;
    this.#runtime?.cancel();
    this.#host.changed();
  }

  /** The login shows a step of this method already: it need not be loaded for its tab. */
  adopt(method: LoginMethod): void {
    this.#shown = method;
  }

  /**
   * Goes on with a login of this method that had left the page, if the page was opened with the answer to one.
   *
   * @param onFailure Told once where the code does not come, and not for somebody who has given up, or is busy with another
   *   login.
   */
  resume(method: LoginMethod, onFailure: () => void): void {
    this.#resumption = Promise.all([this.#resumption, this.#resume(method).catch(onFailure)]);
  }

  async #resume(method: LoginMethod): Promise<void> {
    const ends = this.#ends;
    const isWanted = () => ends === this.#ends && this.#host.element.isConnected;
    try {
      const [runtime, step] = await this.#host.inTime(Promise.all([this.load(), method.begin()]));
      if (isWanted() && runtime.resume(step)) this.#host.shows(method);
    } catch (cause) {
      if (!isWanted() || this.#waiting || this.#runtime?.isBusy()) return;
      this.#ends++;
      throw cause;
    }
  }

  async #load(method: LoginMethod): Promise<LoginRuntime> {
    const [{ createLoginRuntime }, step] = await Promise.all([
      import('./runtime/login-runtime.js'),
      method.begin(),
    ]);
    this.#steps.set(method, step);
    this.#runtime ??= createLoginRuntime(this.#host, step);
    // They may have opened another tab meanwhile.
    return this.load();
  }

  #open(runtime: LoginRuntime, method: LoginMethod, step: Step): LoginRuntime {
    runtime.open(step);
    this.#shown = method;
    this.#host.changed();
    return runtime;
  }
}
