import { expect, type Locator, type Page } from '@playwright/test';
import { NAMES, type Lang, type Names } from './names.js';
import { Puzzle } from './puzzle.js';

/** A number without a story of its own. */
export const MOBILE = '13800138000';

/** Somebody at the demo's page, who finds things by their names and reads messages on the phone beside the login box. */
export class Person {
  readonly page: Page;
  readonly #url: string;
  #names = NAMES.en;
  #puzzle: Puzzle | undefined;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  /** Opens the demo, with SMS as the only method unless the scene says otherwise. */
  async open(lang: Lang, scene: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#names = NAMES[lang];
    this.#puzzle = new Puzzle(this.page, this.#names.puzzle);
    await this.page.goto(this.address(lang, scene));
    await expect(this.mainButton).toBeVisible();
  }

  /** The demo's address for a scene. */
  address(lang: Lang, scene: Readonly<Record<string, string>>): string {
    return `${this.#url}?${String(new URLSearchParams({ lang, methods: 'sms', ...scene }))}`;
  }

  get names(): Names {
    return this.#names;
  }

  get puzzle(): Puzzle {
    if (!this.#puzzle) throw new Error('open the page first');
    return this.#puzzle;
  }

  get box(): Locator {
    return this.page.locator('ciam-login');
  }

  get mobile(): Locator {
    return this.box.getByRole('textbox', { name: this.#names.mobile, exact: true });
  }

  get code(): Locator {
    return this.box.getByRole('textbox', { name: this.#names.code, exact: true });
  }

  get getCodeButton(): Locator {
    return this.box.getByRole('button', { name: this.#names.getCode, exact: true });
  }

  get logInButton(): Locator {
    return this.box.getByRole('button', { name: this.#names.logIn, exact: true });
  }

  /** The large button, whatever it says. */
  get mainButton(): Locator {
    return this.box.locator('.main');
  }

  /** The sentence about an error that is to be seen. */
  get error(): Locator {
    return this.box.locator('.error:not(:empty)');
  }

  /** An event in the page's log, by the end of its name. */
  event(name: 'success' | 'error'): Locator {
    return this.page.locator('#log').getByRole('heading', { name: `ciam-login-${name}`, exact: true });
  }

  /** Types a number and asks for a code, as far as the puzzle. */
  async askForCode(mobile = MOBILE): Promise<void> {
    await this.mobile.fill(mobile);
    await this.getCodeButton.click();
    await this.puzzle.ready();
  }

  /** Gets a code sent, with the mouse. */
  async getCode(mobile = MOBILE): Promise<void> {
    await this.askForCode(mobile);
    await this.solvePuzzle();
  }

  /** Drags the piece into its place, and waits until the code has been sent: the message may come before the answer. */
  async solvePuzzle(): Promise<void> {
    const messages = this.page.locator('#phone').getByRole('article');
    const before = await messages.count();
    await this.puzzle.dragTo(await this.puzzle.place());
    await expect(messages).toHaveCount(before + 1);
    await expect(this.code).toBeFocused();
  }

  /** Reads the code of the newest message on the phone in the page, or in the banner that shows where it is not seen. */
  async readCode(place: '#phone' | '#banner' = '#phone'): Promise<string> {
    const code = this.page.locator(place).getByRole('article').first().locator('.sms-code');
    await expect(code).toBeVisible();
    return code.innerText();
  }

  /** Types what the phone says, and logs in. */
  async logIn(): Promise<void> {
    await this.code.fill(await this.readCode());
    await this.logInButton.click();
  }

  /** Is logged in: the page heard of it once, and the person is told. */
  async expectLoggedIn(): Promise<void> {
    await expect(this.event('success')).toHaveCount(1);
    await expect(this.box.locator('.done')).toHaveText(/^(You are logged in\.|登录成功)$/);
  }
}
