import type { LoginMethod } from '../methods/method.js';
import type { LoginElement } from './login-element.js';

/** What a method may need that can say whether it works here. */
interface Availability {
  isAvailable?(): unknown;
}

/** Whether what a method needs works here; `null` where the page has set none. */
interface Answer {
  readonly need: unknown;
  yes: boolean | null;
}

/** Which methods are offered, and which of them is open. */
export class MethodList {
  readonly #element: LoginElement;
  /** One whose login is under way: it is not taken away. */
  busy: LoginMethod | undefined;
  readonly #answers = new Map<LoginMethod, Answer>();

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
    const wanted = named.length
      ? [...new Set(named)]
      : all.filter((method) => this.#answerOf(method) !== null);
    const offered = wanted.filter((method) => this.#answerOf(method) !== false || method === this.busy);
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

  /**
   * Asks once for each object that is set. While it is thinking, what the one before it has said still holds: a
   * framework may set another at every render, and the form must not change each time.
   */
  #answerOf(method: LoginMethod): boolean | null {
    const need = this.needOf(method);
    const before = this.#answers.get(method);
    if (before && before.need === need) return before.yes;
    const { isAvailable } = Object(need) as Availability;
    const answer: Answer = { need, yes: need === null ? null : true };
    this.#answers.set(method, answer);
    if (typeof isAvailable === 'function') {
      answer.yes = !!before?.yes;
      void this.#ask(() => isAvailable.call(need), answer);
    }
    return answer.yes;
  }

  /** One that throws or rejects has said no; so has one that never answers, unless another said yes before it. */
  async #ask(question: () => unknown, answer: Answer) {
    let isLate = false;
    let yes = false;
    try {
      const said = question();
      isLate = typeof said !== 'boolean';
      yes = (isLate ? await said : said) === true;
    } catch {
      // Not available.
    }
    const isNews = answer.yes !== yes;
    answer.yes = yes;
    // What is said at once counts for this very draw.
    if (isLate && isNews) this.#element.requestUpdate();
  }
}
