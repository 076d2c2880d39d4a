import { expect, waitUntil } from '@open-wc/testing';
import { type ApiCall, CALLS } from '../../support/faults/calls.ts';
import { type FaultRow, faultAt, outcomeAt, timesMade } from '../../support/faults/fault-table.ts';
import { isFree } from '../continued/continuations.ts';
import { has } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { shownErrors } from '../support/steps.ts';
import { stepOf } from './every-box.ts';
import { passLimit } from './held-limit.ts';
import { type ElementCall, WAYS, type Way } from './ways-to-calls.ts';

/** What the widgets have asked the browser for, as `POST http://…`. */
const asked: string[] = [];

/** Begins to note it, below whatever else watches `fetch`. */
export function noteCalls(): void {
  const original = window.fetch.bind(window);
  window.fetch = (...args) => {
    const [url, init] = args;
    if (typeof url === 'string') asked.push(`${init?.method ?? 'GET'} ${url}`);
    return original(...args);
  };
}

/** One call that goes wrong in one way: from the press to the form after it. */
export class Cell {
  readonly #row: FaultRow;
  readonly #box: LoginBox;
  readonly #way: Way;
  readonly #call: ApiCall;
  /** What the table expects. */
  readonly #code: string;
  readonly #times: number;
  readonly #title: string;
  readonly #errors: number;
  #from = 0;

  constructor(name: ElementCall, row: FaultRow, box: LoginBox) {
    this.#row = row;
    this.#box = box;
    this.#way = WAYS[name];
    this.#call = CALLS[name];
    this.#code = outcomeAt(row, name, this.#call);
    this.#times = timesMade(this.#call, row, this.#code);
    this.#title = `${name}, ${row.name}`;
    this.#errors = box.seen('error').length;
  }

  async press(): Promise<void> {
    const { ciam } = this.#box;
    await ciam.clearJournal();
    await ciam.fault(this.#call.path, faultAt(this.#row, this.#call)!);
    this.#from = asked.length;
    await this.#way.press(this.#box);
  }

  /** One error, or none where nobody has asked for anything; the form as it was; each POST once. */
  async ends(): Promise<void> {
    const { isQuiet, isDone } = this.#way;
    const box = this.#box;
    if (this.#row.isEndless) await this.#waitInVain();
    const isOver = () => this.#news().length > 0 || (isQuiet && this.#count(this.#asked()) === this.#times);
    await waitUntil(isOver, `${this.#title}: it ends`, { interval: 2, timeout: 10_000 });
    let made = await this.#made();
    // Of what nobody is told, nobody is told either when it has come to the server.
    while (made.calls < this.#times && isQuiet) made = await this.#made();
    await box.element.updateComplete;

    const codes = this.#news().map(({ detail }) => detail['code']);
    expect(codes, this.#title).to.deep.equal(isQuiet ? [] : [this.#code]);
    expect(shownErrors(box), `${this.#title}: one sentence`).to.have.length(codes.length);
    expect(isDone(box), `${this.#title}: nothing has come of it`).to.equal(false);
    const isHeld = has(box, '.send[aria-disabled="true"]');
    expect(isFree(box) && !isHeld, `${this.#title}: the form is usable`).to.equal(true);
    this.#expectForm();
    expect(made, `${this.#title}: on the wire`).to.deep.equal({ calls: this.#times, twice: [] });
  }

  /** The time limit passes each time that the call has come to the server, also if that is once too often. */
  async #waitInVain(): Promise<void> {
    const latest = performance.now() + 10_000;
    for (let seen = 0; performance.now() < latest;) {
      if ((await this.#made()).calls > seen) {
        passLimit();
        seen++;
      }
      if (this.#way.isQuiet ? seen === this.#times : this.#news().length > 0) return;
    }
  }

  #expectForm(): void {
    const { keeps, step } = this.#way;
    // The server has forgotten a login whose state it does not know.
    const isLost = this.#code === 'state-token-invalid' && step !== 'start';
    expect(stepOf(this.#box), this.#title).to.equal(isLost ? 'start' : step);
    if (!keeps || isLost) return;
    const { value } = this.#box.find<HTMLInputElement>(keeps.field);
    expect(value, `${this.#title}: what was typed stays`).to.equal(keeps.value);
  }

  #news() {
    return this.#box.seen('error').slice(this.#errors);
  }

  #asked(): string[] {
    const { origin } = this.#box.ciam;
    const own = asked.slice(this.#from).filter((each) => each.includes(` ${origin}/`));
    return own.map((each) => each.replace(origin, ''));
  }

  #count(calls: readonly string[]): number {
    const { method, path } = this.#call;
    return calls.filter((each) => each === `${method} ${path}`).length;
  }

  /** How often the call was made, and which POST was made more than once. */
  async #made(): Promise<{ calls: number; twice: string[] }> {
    const journal = await this.#box.ciam.journal();
    // Where a connection breaks, browsers ask once more by themselves: see `browser-repeats.test.ts`.
    const isTheirs = faultAt(this.#row, this.#call)?.kind === 'reset';
    const calls = isTheirs ? this.#asked() : journal.map(({ method, path }) => `${method} ${path}`);
    const twice = calls.filter((each, i) => each.startsWith('POST') && calls.indexOf(each) !== i);
    return { calls: this.#count(calls), twice };
  }
}
