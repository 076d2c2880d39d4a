import { expect } from '@open-wc/testing';
import { needsAnswer } from '../../../demo/server/faults.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type ApiCall, CALLS, CALL_NAMES } from '../../support/faults/calls.ts';
import { FAULTS, type FaultRow, faultAt, outcomeAt } from '../../support/faults/fault-table.ts';
import { keepAddress } from '../support/alipay.ts';
import type { LoginBox } from '../support/login-box.ts';
import { patch, unpatch } from '../support/patch.ts';
import { soon } from '../support/steps.ts';
import { Cell, noteCalls } from './cell.ts';
import { stepOf } from './every-box.ts';
import { HELD_LIMIT, holdLimit } from './held-limit.ts';
import { type ElementCall, NOT_MADE, WAYS } from './ways-to-calls.ts';

const NAMES = CALL_NAMES.filter((name): name is ElementCall => !(name in NOT_MADE));

/** The element makes nothing of it but a sentence, perhaps at a field; all sentences have tests of their own. */
function isPlainRefusal({ fault, code }: FaultRow): boolean {
  const isRefusal = typeof fault === 'object' && fault.kind === 'status' && fault.status < 429;
  return isRefusal && code !== 'state-token-invalid';
}

/**
 * The first row of the table for each code that it expects at a call, and the one that only browsers know; of the
 * plain refusals every fourth, others from call to call.
 */
function classesAt(name: ElementCall): FaultRow[] {
  const call: ApiCall = CALLS[name];
  const codes = new Set<string>(['ok']);
  return FAULTS.filter((row, i) => {
    const fault = faultAt(row, call);
    if (row.isCors) return fault?.kind === 'no-cors';
    const code = outcomeAt(row, name, call);
    if (!fault || codes.has(code)) return false;
    codes.add(code);
    return !isPlainRefusal(row) || (i + NAMES.indexOf(name)) % 4 === 0;
  });
}

/** Each call with each class in Chromium; in the other engines each call with one, another from call to call. */
function rowsAt(name: ElementCall): FaultRow[] {
  const rows = classesAt(name);
  const turn = NAMES.indexOf(name) % rows.length;
  return 'userAgentData' in navigator ? rows : rows.slice(turn, turn + 1);
}

/** A lost connection may mean that the page is being left, which takes a moment to tell. */
function isLost(row: FaultRow, name: ElementCall): boolean {
  return outcomeAt(row, name, CALLS[name]) === 'network';
}

const CELLS = NAMES.map((name) => {
  const rows = rowsAt(name);
  return {
    name,
    quick: rows.filter((row) => !isLost(row, name)),
    // Last the one that is carried out: what it was for is spent.
    lost: rows.filter((row) => isLost(row, name)).reverse(),
  };
});

/** All that one page does with one call, in as many boxes as that takes. */
class Visit {
  readonly #name: ElementCall;
  readonly #ciam: Ciam;
  readonly #boxes: LoginBox[] = [];
  #box: LoginBox | undefined;

  constructor(name: ElementCall, ciam: Ciam) {
    this.#name = name;
    this.#ciam = ciam;
  }

  /** Lets the call go wrong in this way; gives the rest of it, which may take a while. */
  async press(row: FaultRow): Promise<() => Promise<void>> {
    const box = await this.#ready();
    const cell = new Cell(this.#name, row, box);
    await cell.press();
    return async () => {
      await cell.ends();
      // What was carried out is spent, and so is a login that the server has forgotten.
      const { step, isSpent } = WAYS[this.#name];
      const isGone = isSpent ?? (needsAnswer(faultAt(row, CALLS[this.#name])!) || stepOf(box) !== step);
      if (isGone) this.#box = undefined;
    };
  }

  /** The same press, or the login begun again, now that nothing goes wrong; nothing was told twice. */
  async succeed(failures: number): Promise<void> {
    const { press, isDone, isQuiet } = WAYS[this.#name];
    // A code that another box was sent is no reason to wait here.
    localStorage.clear();
    await this.#ciam.clearFaults();
    const box = await this.#ready();
    await press(box);
    await soon(() => isDone(box), `${this.#name}: at last`);
    const told = this.#boxes.flatMap((each) => each.seen('error'));
    expect(told, this.#name).to.have.length(isQuiet ? 0 : failures);
  }

  async #ready(): Promise<LoginBox> {
    if (this.#box) return this.#box;
    await this.#ciam.clearFaults();
    this.#box = await WAYS[this.#name].enter(this.#ciam, HELD_LIMIT);
    this.#boxes.push(this.#box);
    return this.#box;
  }
}

const SETTINGS = { idToken: false, paintings: 1 };

describe('every call that the element makes', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let restoreAddress: () => void;

  before(async () => {
    noteCalls();
    restoreAddress = keepAddress();
    ciam = await startCiam({ settings: SETTINGS });
  });
  beforeEach(() => {
    localStorage.clear();
    holdLimit();
    // What is made again is made again at once.
    patch(Math, 'random', { value: () => -0.5 });
  });
  afterEach(async () => {
    unpatch();
    restoreAddress();
    await ciam.reset();
  });

  for (const { name, quick } of CELLS) {
    if (quick.length === 0) continue;
    it(`promise N4, N1: ${name}, ${quick.length} × wrong: one error each, no POST twice, and then right`, async () => {
      await ciam.settings(WAYS[name].settings ?? {});
      const visit = new Visit(name, ciam);
      for (const row of quick) await (await visit.press(row))();
      await visit.succeed(quick.length);
    });
  }

  it('promise N4, N1: the connection is lost, at all calls at once: one error each, no POST twice, and then right', async () => {
    // Each has a server of its own, so that they can wait together.
    const visits: { visit: Visit; lost: readonly FaultRow[] }[] = [];
    for (const { name, lost } of CELLS.filter((each) => each.lost.length > 0)) {
      const own = await startCiam({ settings: { ...SETTINGS, ...WAYS[name].settings } });
      visits.push({ visit: new Visit(name, own), lost });
    }
    for (const turn of [0, 1]) {
      const ends: (() => Promise<void>)[] = [];
      for (const { visit, lost } of visits) if (lost[turn]) ends.push(await visit.press(lost[turn]));
      await Promise.all(ends.map((end) => end()));
    }
    for (const { visit, lost } of visits) await visit.succeed(lost.length);
  });
});
