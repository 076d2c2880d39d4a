import { aTimeout, expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { patch, unpatch } from '../support/patch.ts';
import { watchSignals } from '../support/phases.ts';
import { type CallName, PATHS, press, requests, solve, soon } from '../support/steps.ts';

describe('promise N3, N9: an element that is taken out of the document', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let box: LoginBox;
  let signals: AbortSignal[];
  const failures: string[] = [];
  const onFailure = (event: ErrorEvent | PromiseRejectionEvent) => {
    failures.push(event instanceof ErrorEvent ? event.message : String(event.reason));
  };

  before(async () => {
    ciam = await startCiam();
    window.addEventListener('error', onFailure);
    window.addEventListener('unhandledrejection', onFailure);
  });
  after(() => {
    window.removeEventListener('error', onFailure);
    window.removeEventListener('unhandledrejection', onFailure);
  });
  beforeEach(async () => {
    await ciam.reset();
    box = await openLogin(ciam);
    const { fetch } = window;
    signals = [];
    patch(window, 'fetch', {
      value: (url: string, init: RequestInit) => {
        if (init.signal) signals.push(init.signal);
        return fetch(url, init);
      },
    });
    await box.type(box.mobile, FIXED_MOBILE);
  });
  afterEach(unpatch);

  /** Brings a login to a call that hangs. */
  async function hangAt(call: CallName, kind: 'hang' | 'hang-body' = 'hang'): Promise<void> {
    await ciam.fault(PATHS[call], { kind });
    if (call === 'login') await box.type(box.code, FIXED_CODE);
    await press('Enter');
    if (call === 'verify' || call === 'send') await solve(box);
    await soon(async () => (await requests(box, call)).length > 0, 'the call is out');
  }

  for (const call of ['captcha', 'verify', 'send', 'login'] as const) {
    it(`ends a call to ${call} without a word`, async () => {
      await hangAt(call);
      expect(signals.at(-1)?.aborted).to.be.false;
      const before = box.events.length;
      box.element.remove();
      await soon(() => signals.at(-1)?.aborted, 'the call is aborted');
      await aTimeout(100);
      // A page that listens is told that the form is shown again, and nothing else.
      expect(box.events.slice(before).filter(({ type }) => type !== 'step')).to.deep.equal([]);
      expect(box.dialog).to.be.null;
      expect(failures).to.deep.equal([]);
      expect(await requests(box, call)).to.have.length(1);
    });
  }

  it('ends an answer whose body is still coming', async () => {
    await hangAt('login', 'hang-body');
    box.element.remove();
    await soon(() => signals.at(-1)?.aborted, 'the call is aborted');
    await aTimeout(100);
    expect(box.events).to.deep.equal([]);
    expect(failures).to.deep.equal([]);
  });

  it('ends the question for its countries, and does not ask again', async () => {
    const path = '/api/v2/sdk/country-codes';
    const asked = async () =>
      (await ciam.journal()).filter((each) => each.method === 'GET' && each.path === path);
    await ciam.fault(path, { kind: 'hang' });
    const other = await openLogin(ciam, { 'area-codes': 'auto' });
    const watched = watchSignals();
    other.mobile.focus();
    await soon(async () => (await asked()).length > 0, 'the question is out');
    other.element.remove();
    await soon(() => watched.at(-1)?.aborted, 'the question is aborted', 2000);
    await aTimeout(100);
    expect(await asked()).to.have.length(1);
  });

  it('is usable when it comes back', async () => {
    await hangAt('login');
    const { parentElement } = box.element;
    box.element.remove();
    await aTimeout(20);
    await ciam.clearFaults();
    parentElement!.append(box.element);
    expect([box.mobile.value, box.code.value]).to.deep.equal([FIXED_MOBILE, FIXED_CODE]);
    box.code.focus();
    await press('Enter');
    await box.event('success');
  });

  it('is only moved: keeps what was typed, the puzzle and the call', async () => {
    await hangAt('captcha');
    const other = document.createElement('section');
    box.element.parentElement!.append(other);
    other.append(box.element);
    await aTimeout(20);
    expect(box.mobile.value).to.equal(FIXED_MOBILE);
    expect(signals.at(-1)?.aborted).to.be.false;
    expect(box.dialog?.matches(':modal')).to.be.true;
  });

  it('is only moved during a login: it succeeds', async () => {
    await ciam.fault(PATHS.login, { kind: 'delay', ms: 300 });
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await soon(async () => (await requests(box, 'login')).length > 0, 'the call is out');
    const other = document.createElement('section');
    box.element.parentElement!.append(other);
    other.append(box.element);
    await box.event('success');
  });
});
