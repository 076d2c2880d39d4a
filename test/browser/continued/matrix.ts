import { aTimeout, expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import type { LoginBox } from '../support/login-box.ts';
import { called } from '../support/phases.ts';
import { soon } from '../support/steps.ts';
import { CONTINUED, type Continued, atStep, backButton, isFree, told } from './continuations.ts';
import { type Part, WAYS_IN, type WayIn } from './ways-in.ts';

const isChromium = 'userAgentData' in navigator;

/** What a person, or the page, makes of a step that the server has asked for. */
const OUTCOMES: Readonly<Record<string, (box: LoginBox, continued: Continued) => Promise<string[]>>> = {
  async finished(box, continued) {
    await continued.prepare(box, true);
    await box.click(box.submitButton);
    await box.event('success');
    return ['success', 'step done'];
  },

  async 'refused, then right'(box, continued) {
    const { step, refusal, field } = continued;
    await continued.prepare(box, false);
    await box.click(box.submitButton);
    expect(await box.event('error')).to.include({ step, code: refusal });
    await box.element.updateComplete;
    expect(box.find(`#${field}`).getAttribute('aria-invalid')).to.equal('true');
    expect(isFree(box), 'usable after the refusal').to.equal(true);
    await continued.prepare(box, true);
    await box.click(box.submitButton);
    await box.event('success');
    return [`error ${step} ${refusal}`, 'success', 'step done'];
  },

  async 'cancelled by Back'(box) {
    await box.click(backButton(box));
    await soon(() => !box.root.querySelector('.title'), 'the first step is back');
    return ['step start'];
  },

  async removed(box, continued) {
    await leaveHanging(box, continued);
    const place = box.element.parentElement!;
    box.element.remove();
    await aTimeout(0);
    await box.ciam.clearFaults();
    place.append(box.element);
    await box.element.updateComplete;
    expect(isFree(box), 'usable when it is back').to.equal(true);
    await box.click(box.submitButton);
    await box.event('success');
    return ['success', 'step done'];
  },

  async 'reset()'(box, continued) {
    await leaveHanging(box, continued);
    box.element.reset();
    await soon(() => !box.root.querySelector('.title'), 'the first step is back');
    expect(filled(box)).to.deep.equal([]);
    return ['step start'];
  },
};

/** Presses, and lets the server think about it for ever. */
async function leaveHanging(box: LoginBox, continued: Continued): Promise<void> {
  await continued.prepare(box, true);
  await box.ciam.fault(continued.path, { kind: 'hang' });
  await box.click(box.submitButton);
  await called(box, continued.path);
}

/** What somebody has typed, and still stands there. */
function filled(box: LoginBox): string[] {
  const inputs = [...box.root.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')];
  return inputs.map(({ value }) => value).filter(Boolean);
}

/** Statuses with which a login is over, one way or the other. */
const ENDS: readonly { readonly status: string; readonly part: Part; readonly told: string }[] = [
  { status: 'SUCCESS', part: 'anybody', told: 'success' },
  { status: 'ACCESS_DENIED', part: 'accessDenied', told: 'error start access-denied' },
  { status: 'a status nobody knows', part: 'unknownStatus', told: 'error start bad-response' },
  {
    status: 'MFA_AUTH, its token too old (PARAM.0014)',
    part: 'mfaStale',
    told: 'error start state-token-invalid',
  },
];

/** Where one cell of each row and column lies on the diagonal; in the other engines these have to do. */
function isOnDiagonal(way: number, status: number, outcome: number): boolean {
  return outcome === status && way === status % WAYS_IN.length;
}

/**
 * The rows of one way in; each way has a file of its own, so that the browser can work on two.
 *
 * @param w Which of {@link WAYS_IN}.
 */
export function testMatrix(this: Mocha.Suite, w: number): void {
  const way = WAYS_IN[w]!;
  this.timeout(20_000);
  const address = location.href;
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    history.replaceState(history.state, '', address);
    await ciam.reset();
  });

  CONTINUED.forEach((continued, s) => {
    Object.entries(OUTCOMES).forEach(([name, act], o) => {
      if (!isChromium && !isOnDiagonal(w, s, o)) return;
      it(`${way.id}, ${continued.status}, ${name}`, async () => {
        const box = await way.enter(ciam, continued.part);
        await atStep(box, continued.step);
        box.events.length = 0;
        const expected = await act(box, continued);
        await aTimeout(20);
        expect(told(box).filter((word) => word !== 'code-sent')).to.deep.equal(expected);
        if (!expected.includes('success')) expect(isFree(box)).to.equal(true);
        expect(box.seen('code-sent').length).to.be.at.most(1);
      });
    });
  });

  ENDS.forEach((end, s) => {
    if (!isChromium && !isOnDiagonal(w, s, s)) return;
    it(`${way.id}, ${end.status}`, () => reachEnd(way, end));
  });

  for (const name of isChromium || w === 0 ? (['removed', 'reset()'] as const) : [])
    it(`${way.id}, ${name} before any status is there`, () => giveUp(way, name));

  async function reachEnd(way: WayIn, end: (typeof ENDS)[number]): Promise<void> {
    const box = await way.enter(ciam, end.part);
    await soon(() => endings(box).length, 'it ends');
    await aTimeout(50);
    expect(endings(box)).to.deep.equal([end.told]);
    const { detail } = box.events.find(({ type }) => type !== 'step' && type !== 'redirect')!;
    expect(detail['method']).to.equal(way.id);
    if (end.told === 'success') return;
    expect(isFree(box)).to.equal(true);
    // The server has forgotten a login that had spent it.
    if (end.part === 'mfaStale')
      expect(box.root.querySelector<HTMLInputElement>('#code')?.value ?? '').to.equal('');
    // A short cut that led nowhere leaves the person at a form.
    if (way.id === 'one-click') expect(box.element.method).to.equal('sms');
  }

  async function giveUp(way: WayIn, name: 'removed' | 'reset()'): Promise<void> {
    await ciam.fault(way.path, { kind: 'hang' });
    const box = await way.enter(ciam, 'mfa');
    await called(box, way.path);
    const place = box.element.parentElement!;
    if (name === 'removed') box.element.remove();
    else box.element.reset();
    await aTimeout(50);
    await ciam.clearFaults();
    place.append(box.element);
    await box.element.updateComplete;
    await aTimeout(50);
    expect(endings(box)).to.deep.equal([]);
    expect(isFree(box)).to.equal(true);
    expect(box.root.querySelector('.title')?.textContent ?? 'no other step').to.equal('no other step');
  }

  const endings = (box: LoginBox) => told(box).filter((word) => /^(success|error)/.test(word));
}
