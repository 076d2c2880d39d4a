import { CiamLogin } from '../../../src/entries/element.ts';
import { pick } from './pick.ts';

const late = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));
const fails = () => Promise.reject(new Error('the code is not there'));
const atOnce = () => Promise.resolve();

/** How a network brings the code of a method; the last that is late is so for longer than a box waits for it. */
const ARRIVALS = [atOnce, late(900), atOnce, late(60), fails, atOnce, late(300), late(5)];

/** The code of each method, which a page loads only when it is wanted, comes as a session's network brings it. */
export class LateCode {
  #next: number | null = null;

  constructor() {
    for (const method of CiamLogin.loginMethods) {
      const begin = method.begin.bind(method);
      Object.assign(method, { begin: () => this.#arrival().then(begin) });
    }
  }

  /** From now on now so, now so; or at once, in two sessions of three. @param n Where it begins. */
  choose(n: number): void {
    this.#next = n % 3 ? null : Math.floor(n / 3);
  }

  /** From now on at once. */
  setRight(): void {
    this.#next = null;
  }

  #arrival(): Promise<void> {
    return this.#next === null ? atOnce() : pick(ARRIVALS, this.#next++)();
  }
}
