import { setTimeout as wait } from 'node:timers/promises';
import type { Desktop, WebKitDriver } from './webkit-driver.js';

/** WebDriver's code points for keys that are not characters (W3C WebDriver, "Keyboard actions"). */
const KEYS: Record<string, string> = {
  Enter: '\uE007',
  Tab: '\uE004',
  Backspace: '\uE003',
  Escape: '\uE00C',
  Delete: '\uE017',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Insert: '\uE016',
  Space: ' ',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

type Button = { button?: keyof typeof BUTTONS };
type Feature = { name: string; value: string };
type Size = { width: number; height: number };

/**
 * A WebKit page that looks like puppeteer's, as far as `@web/test-runner-commands` uses one: so `sendKeys`, `sendMouse`,
 * `setViewport` and `emulateMedia` work in tests as they do in the other engines.
 */
export class WebKitPage {
  readonly #driver: WebKitDriver;
  #desktop: Desktop = { dark: false, reducedMotion: false };

  constructor(driver: WebKitDriver) {
    this.#driver = driver;
  }

  readonly keyboard = {
    type: (text: string) => this.#keys(Array.from(text).flatMap((key) => [keyDown(key), keyUp(key)])),
    press: (combination: string) => {
      const keys = combination.length > 1 ? combination.split('+') : [combination];
      return this.#keys([...keys.map(keyDown), ...keys.reverse().map(keyUp)]);
    },
    down: (key: string) => this.#keys([keyDown(key)]),
    up: (key: string) => this.#keys([keyUp(key)]),
  };

  readonly mouse = {
    move: (x: number, y: number) => this.#mouse([moveTo(x, y)]),
    down: ({ button = 'left' }: Button = {}) =>
      this.#mouse([{ type: 'pointerDown', button: BUTTONS[button] }]),
    up: ({ button = 'left' }: Button = {}) => this.#mouse([{ type: 'pointerUp', button: BUTTONS[button] }]),
    click: async (x: number, y: number, options?: Button) => {
      await this.mouse.move(x, y);
      await this.mouse.down(options);
      await this.mouse.up(options);
    },
    reset: () => this.#driver.call('DELETE', '/actions'),
  };

  evaluate(pageFunction: (...args: unknown[]) => unknown, ...args: unknown[]): Promise<unknown> {
    return this.#driver.evaluate(`return (${String(pageFunction)}).apply(null, arguments)`, ...args);
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(String(await this.#driver.call('GET', '/screenshot')), 'base64');
  }

  /** Makes the page itself that large; the window around it is larger by a toolbar. */
  async setViewport({ width, height }: Size): Promise<void> {
    let size: number[] = [];
    for (let tries = 0; tries < 100; tries++) {
      size = (await this.#driver.evaluate(
        'return [innerWidth, innerHeight, outerWidth, outerHeight]',
      )) as number[];
      const [innerWidth = 0, innerHeight = 0, outerWidth = 0, outerHeight = 0] = size;
      if (innerWidth === width && innerHeight === height) return;
      if (tries % 10 > 0) {
        await wait(20); // the window is resized some time after the call has returned
        continue;
      }
      await this.#driver.call('POST', '/window/rect', {
        x: 0,
        y: 0,
        width: width + Math.max(0, outerWidth - innerWidth),
        height: height + Math.max(0, outerHeight - innerHeight),
      });
    }
    throw new Error(
      `the viewport is ${size.slice(0, 2).join('×')}, wanted ${String(width)}×${String(height)}`,
    );
  }

  /** Dark mode and reduced motion; WebKitGTK can emulate nothing else while it runs. */
  async emulateMediaFeatures(features: Feature[] = []): Promise<void> {
    for (const { name, value } of features) {
      if (name === 'prefers-color-scheme') this.#desktop.dark = value === 'dark';
      else if (name === 'prefers-reduced-motion') this.#desktop.reducedMotion = value === 'reduce';
      else throw new Error(`${name} cannot be emulated in WebKitGTK`);
    }
    this.#driver.setDesktop(this.#desktop);
    for (let tries = 0; tries < 100; tries++) {
      if (await this.#matchesDesktop()) return;
      await wait(20);
    }
    throw new Error('WebKitGTK did not take up the emulated media features');
  }

  emulateMediaType(): never {
    throw new Error('the media type cannot be emulated in WebKitGTK');
  }

  /** Undoes what would reach into the next test file. */
  async reset(): Promise<void> {
    if (!this.#desktop.dark && !this.#desktop.reducedMotion) return;
    await this.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: 'light' },
      { name: 'prefers-reduced-motion', value: 'no-preference' },
    ]);
  }

  async #matchesDesktop(): Promise<boolean> {
    const queries = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'];
    const script = 'return arguments[0].map((query) => matchMedia(query).matches)';
    const [dark, reducedMotion] = (await this.#driver.evaluate(script, queries)) as boolean[];
    return dark === this.#desktop.dark && reducedMotion === this.#desktop.reducedMotion;
  }

  #keys(actions: object[]): Promise<unknown> {
    return this.#driver.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  #mouse(actions: object[]): Promise<unknown> {
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    return this.#driver.call('POST', '/actions', { actions: [mouse] });
  }
}

const keyDown = (key: string): object => ({ type: 'keyDown', value: KEYS[key] ?? key });
const keyUp = (key: string): object => ({ type: 'keyUp', value: KEYS[key] ?? key });

function moveTo(x: number, y: number): object {
  return { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' };
}
