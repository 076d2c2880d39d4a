import { setTimeout as wait } from 'node:timers/promises';
import { type EngineDriver, PAGE_GOES_AWAY } from './engine-driver.js';
import { locate, type Point } from './locate.js';

const LIMIT_MS = 10_000;
const POLL_MS = 25;

/** Tells documents apart: the number of the way on which one was left last. It may come back from the cache with it. */
interface Marked {
  leftOnWay?: number;
}

/** One window with a person before it, whatever the engine. Each way ends when the page it leads to has loaded. */
export class Browser {
  readonly #driver: EngineDriver;
  #ways = 0;

  constructor(driver: EngineDriver) {
    this.#driver = driver;
  }

  get name(): string {
    return this.#driver.name;
  }

  /** As typed into the address bar. */
  async open(url: string): Promise<void> {
    await this.#go(() => this.#driver.open(url));
  }

  /** The browser's own button, so the page may come from the back/forward cache. */
  async back(): Promise<void> {
    await this.#go(() => this.#driver.back());
  }

  async reload(): Promise<void> {
    await this.#go(() => this.#driver.reload());
  }

  /** The address that the person sees. */
  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  /** Runs a function in the page. It sees its arguments and the page only; both they and its value must survive JSON. */
  async evaluate<A extends readonly unknown[], T>(fn: (...args: A) => T, ...args: A): Promise<T> {
    const end = Date.now() + LIMIT_MS;
    for (;;) {
      try {
        return (await this.#driver.run(call(fn, args))) as T;
      } catch (error) {
        if (Date.now() > end || !PAGE_GOES_AWAY.test(String(error))) throw error;
      }
      await wait(POLL_MS);
    }
  }

  /** Asks the page, whichever is there by then, until its answer is something. */
  async waitFor<A extends readonly unknown[], T>(
    what: string,
    fn: (...args: A) => T,
    ...args: A
  ): Promise<NonNullable<T>> {
    let last: unknown;
    const end = Date.now() + LIMIT_MS;
    while (Date.now() < end) {
      try {
        last = await this.#driver.run(call(fn, args));
        if (last) return last as NonNullable<T>;
      } catch (error) {
        last = error;
      }
      await wait(POLL_MS);
    }
    const where = await this.url().catch(String);
    throw new Error(`${this.name}: waited in vain for: ${what}. Last: ${String(last)}. At ${where}`);
  }

  /**
   * A real click, with all that a click means to a browser: user activation, focus.
   *
   * @param path selectors, each within the shadow root of the one before: `['ciam-login', 'button']`
   * @param text picks the element with just this text
   */
  async click(path: readonly string[], text: string | null = null): Promise<void> {
    const { x, y } = await this.#steadyPoint(path, text);
    await this.#driver.clickAt(x, y);
  }

  /** Real keys, for whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.#driver.type(text);
  }

  /** One real key, by its name: `Enter`, `ArrowLeft`. */
  async press(key: string): Promise<void> {
    await this.#driver.press(key);
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  /** Where an element is once it has stopped moving: drawing may still be going on. */
  async #steadyPoint(path: readonly string[], text: string | null): Promise<Point> {
    let last: Point | string = 'not looked for';
    const end = Date.now() + LIMIT_MS;
    while (Date.now() < end) {
      const now = await this.evaluate(locate, path, text);
      const isSteady = JSON.stringify(now) === JSON.stringify(last);
      last = now;
      if (typeof now !== 'string' && isSteady) return now;
      await wait(POLL_MS);
    }
    const place = [...path, ...(text === null ? [] : [`"${text}"`])].join(' › ');
    throw new Error(`${this.name}: cannot click ${place}: ${JSON.stringify(last)}`);
  }

  async #go(leave: () => Promise<unknown>): Promise<void> {
    const number = ++this.#ways;
    await this.evaluate((way) => {
      (document as Marked).leftOnWay = way;
    }, number);
    await leave();
    await this.waitFor(
      'the next page',
      (way) => document.readyState === 'complete' && (document as Marked).leftOnWay !== way,
      number,
    );
  }
}

function call(fn: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `(${String(fn)})(...${JSON.stringify(args)})`;
}
