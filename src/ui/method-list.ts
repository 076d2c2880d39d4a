import type { LoginMethod } from '../methods/method.js';
import type { LoginElement } from './login-element.js';

/** What a method may need that can say whether it works here. */
interface Availability {
  isAvailable?(): unknown;
}

/** Which methods are offered, and which of them is open. */
export class MethodList {
  readonly #element: LoginElement;
  /** What each needed object has said; nothing yet while it is still thinking. */
  readonly #answers = new WeakMap<object, { yes: boolean }>();

  constructor(element: LoginElement) {
    this.#element = element;
  }

  /**
   * Those that the page names, in its order; else every one that has what it needs. One that is not available here
   * is left out. There is always at least one.
   */
  get offered(): readonly LoginMethod[] {
    const all = (this.#element.constructor as typeof LoginElement).loginMethods;
    const named = this.#named.flatMap((id) => all.filter((method) => method.id === id));
    const wanted = named.length ? [...new Set(named)] : all.filter((method) => this.needOf(method) !== null);
    const offered = wanted.filter((method) => this.#isAvailable(this.needOf(method)));
    const [first] = offered.length ? offered : wanted.length ? wanted : all;
    if (!first) throw new TypeError('A login box needs a method: see loginMethods');
    return offered.length ? offered : [first];
  }

  /** The one that `method` names, else the first. */
  get open(): LoginMethod {
    const { offered } = this;
    const [first] = offered as readonly [LoginMethod];
    return offered.find(({ id }) => id === this.#element.method) ?? first;
  }

  /** What the page has set of what a method needs: `undefined` when it needs nothing, `null` when it is missing. */
  needOf({ needs }: LoginMethod): unknown {
    if (needs === undefined) return undefined;
    return (this.#element as unknown as Readonly<Record<string, unknown>>)[needs] || null;
  }

  get #named(): readonly string[] {
    return [this.#element.methods ?? '']
      .flat()
      .join(',')
      .split(/[\s,]+/);
  }

  #isAvailable(need: unknown): boolean {
    if (typeof need !== 'object' || need === null) return true;
    const { isAvailable } = need as Availability;
    if (typeof isAvailable !== 'function') return true;
    const known = this.#answers.get(need);
    if (known) return known.yes;
    const answer = { yes: false };
    this.#answers.set(need, answer);
    void this.#ask(() => isAvailable.call(need), answer);
    return answer.yes;
  }

  /** Asks once for each object; one that throws, rejects or never answers has said no. */
  async #ask(question: () => unknown, answer: { yes: boolean }) {
    try {
      const said = question();
      answer.yes = said === true;
      // A promise, or something that is neither yes nor no.
      if (answer.yes || (await said) !== true) return;
      answer.yes = true;
      this.#element.requestUpdate();
    } catch {
      // Not available.
    }
  }
}
