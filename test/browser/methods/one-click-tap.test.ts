import { aTimeout, expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { focused, middle } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { endings } from '../support/phases.ts';
import { press, shownErrors, soon } from '../support/steps.ts';
import { codeArrives, openTabs, tabNames } from '../support/tabs.ts';

describe('one tap asks the carrier', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let box: LoginBox;
  let signals: AbortSignal[];
  let answer: (tokenOrError: string | Error) => void;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    signals = [];
    const getToken = ({ signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      return new Promise<string>((resolve, reject) => {
        answer = (result) => {
          if (typeof result === 'string') resolve(result);
          else reject(result);
        };
      });
    };
    box = await openTabs(ciam, { methods: 'one-click' }, { getToken });
    await codeArrives(box);
  });
  afterEach(async () => {
    await sendKeys({ up: 'Enter' });
    await resetMouse();
    await ciam.reset();
  });

  async function expectOneLogin(): Promise<void> {
    await soon(() => signals.length, 'the carrier is asked');
    answer(await ciam.oneClickToken());
    await box.event('success');
    await aTimeout(50);
    const posts = (await ciam.journal()).filter(({ method }) => method === 'POST');
    expect([signals.length, posts.length, endings(box)]).to.deep.equal([1, 1, ['success']]);
  }

  it('within the click, and with a signal', async () => {
    box.submitButton.click();
    expect(signals.length, 'not even a microtask later').to.equal(1);
    expect([signals[0] instanceof AbortSignal, signals[0]?.aborted]).to.deep.equal([true, false]);
    await expectOneLogin();
  });

  it('promise N8: once for a double click', async () => {
    const position = middle(box.submitButton);
    for (const type of ['move', 'click', 'click', 'click'] as const) await sendMouse({ type, position });
    await expectOneLogin();
  });

  it('promise N8: once for Enter and a click, and a click and Enter', async () => {
    box.submitButton.focus();
    await press('Enter');
    await box.click(box.submitButton);
    await press('Enter');
    await expectOneLogin();
  });

  it('promise N8: once for an Enter that is held, also after a failure', async () => {
    box.submitButton.focus();
    for (let times = 0; times < 4; times++) await sendKeys({ down: 'Enter' });
    await soon(() => signals.length, 'the carrier is asked');
    answer(new Error('no'));
    await box.event('error');
    for (let times = 0; times < 4; times++) await sendKeys({ down: 'Enter' });
    await aTimeout(50);
    expect([signals.length, endings(box)]).to.deep.equal([1, ['error']]);
  });

  it('alone, where there is no other form: a failure leaves the button, the sentence, and another try', async () => {
    await box.click(box.submitButton);
    answer(new Error('no'));
    const { code, message } = await box.event('error');
    expect(code).to.equal('one-click-failed');
    await soon(() => shownErrors(box).length, 'it shows');
    expect([shownErrors(box), tabNames(box)]).to.deep.equal([[message], []]);
    await soon(() => focused() === box.submitButton, 'the focus is on the button');
    await box.click(box.submitButton);
    expect(shownErrors(box), 'until the next try').to.deep.equal([]);
    answer(await ciam.oneClickToken());
    await box.event('success');
  });
});
