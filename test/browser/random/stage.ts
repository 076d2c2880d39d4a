import type { Fault } from '../../../demo/server/faults.ts';
import type { CiamLogin } from '../../../src/entries/element.ts';
import type { Ciam } from '../../support/ciam.ts';
import { solverOf } from '../support/quick-code.ts';
import { CallWatch } from './calls.ts';
import { LateCode } from './late-code.ts';
import { pick } from './pick.ts';
import { Player } from './player.ts';

export const APP_ID = '2021000000000007';

/** What pages have set for their boxes. */
const SETUPS: readonly Readonly<Record<string, string>>[] = [
  {},
  {},
  { 'terms-url': 'https://shop.example/terms' },
  { 'area-codes': '86,852' },
  { 'area-codes': 'auto' },
  { 'fetch-id-token': 'bc' },
  { 'jwks-uri': 'auto' },
  { methods: 'one-click,sms', method: 'one-click' },
  { methods: 'sms' },
  { lang: 'zh-CN' },
];

/** Milliseconds for one call: short, because much hangs here. */
const TIMEOUT = '400';

const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A page with boxes on it, a server on another origin, and a clock and a network that can be moved. */
export class Stage {
  readonly ciam: Ciam;
  readonly calls: CallWatch;
  readonly code = new LateCode();
  readonly #place = document.createElement('main');
  /** Something else on the page that can have the focus. */
  readonly elsewhere = document.createElement('input');
  players: Player[] = [];
  setup: Readonly<Record<string, string>> = {};
  #skew = 0;
  readonly #realNow = Date.now.bind(Date);
  readonly #address = location.href;

  constructor(ciam: Ciam) {
    this.ciam = ciam;
    this.calls = new CallWatch(ciam.origin);
    Date.now = () => this.#realNow() + this.#skew;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => this.calls.isOnline });
  }

  /** A new page. */
  async open(seed: number, boxes: number, setup: number): Promise<void> {
    await this.ciam.reset();
    this.calls.clear();
    localStorage.clear();
    sessionStorage.clear();
    this.#skew = 0;
    history.replaceState(null, '', this.#address);
    this.setup = pick(SETUPS, setup);
    this.code.choose(setup >>> 8);
    this.#place.replaceChildren(this.elsewhere, document.createElement('section'));
    document.body.append(this.#place);
    this.players = Array.from({ length: boxes }, (_, i) => {
      const tenant = `s${seed}-${i}`;
      return new Player(this.make(tenant), tenant, this.calls);
    });
    for (const { element } of this.players) this.#place.append(element);
    await Promise.all(this.players.map(({ element }) => element.updateComplete));
  }

  /** An element as the page makes it. */
  make(tenant: string): CiamLogin {
    const element = document.createElement('ciam-login');
    const attributes = {
      ...{ 'base-url': this.ciam.origin, 'client-id': 'demo-client', 'tenant-id': tenant },
      ...{ lang: 'en', timeout: TIMEOUT, 'alipay-app-id': APP_ID },
      ...{ 'alipay-authorize-url': 'http://localhost:9/authorize', ...this.setup },
    };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.solveCaptcha = solverOf(this.ciam);
    element.oneClick = { getToken: () => this.ciam.oneClickToken({ mobile: '13800138000' }) };
    return element;
  }

  /** Puts a box into the page, at one of two places. */
  put(player: Player, n = 0): void {
    player.lookingAgain();
    (n % 2 ? this.#place.querySelector('section')! : this.#place).append(player.element);
  }

  /** The person has the focus in this form now, or in none. */
  enter(player: Player | null): void {
    for (const each of this.players) each.isInside = each === player;
  }

  fault(path: string, fault: Fault): Promise<void> {
    return this.ciam.fault(path, fault);
  }

  /** Time goes by, or back. */
  pass(ms: number): void {
    this.#skew += ms;
    for (const { element } of this.players) element.requestUpdate();
  }

  /** The page's own address again. */
  clearAddress(): void {
    history.replaceState(null, '', this.#address);
  }

  leave(type: 'pagehide' | 'pageshow'): void {
    window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
  }

  /** Waits until nothing is under way; gives what still is after a while. */
  async rest(player: Player, ms = 8000): Promise<string[]> {
    const end = performance.now() + ms;
    await player.element.updateComplete;
    while (performance.now() < end) {
      const isCalling = this.calls.pending.some(({ tenant }) => tenant === player.tenant);
      const isBusy = player.find('[data-busy]') !== null;
      if (!isCalling && !isBusy) return [];
      if (player.find('dialog')) return []; // it waits for a person
      await delay(5);
    }
    return [`still busy after ${ms} ms: ${player.find('.root')?.textContent.replace(/\s+/g, ' ') ?? ''}`];
  }

  /** Waits until the puzzle has gone; gives what is wrong if it stays. */
  async closed(player: Player, ms = 8000): Promise<string[]> {
    const dialog = player.find<HTMLDialogElement>('dialog');
    dialog?.close();
    const end = performance.now() + ms;
    while (player.find('dialog') && performance.now() < end) await delay(5);
    return player.find('dialog') ? ['a puzzle that was closed stays'] : [];
  }

  /** The events and calls that a session has led to, each once for each time. */
  met(): string[] {
    const events = this.players.flatMap(({ told }) => told);
    return [...events, ...this.calls.seen.map(({ method, path }) => `${method} ${path}`)];
  }

  /** What has happened to each box, a line for each. */
  story(): string[] {
    return this.players.map(({ told }, box) => `box ${box}: ${told.join(', ')}`);
  }

  /** Everything goes, as with the page. */
  close(): void {
    this.code.setRight();
    this.#place.remove();
    this.#skew = 0;
    this.calls.isOnline = true;
  }
}
