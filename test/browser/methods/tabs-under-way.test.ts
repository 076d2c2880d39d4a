import { aTimeout, expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, has } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { endings, watchSignals } from '../support/phases.ts';
import { PATHS, isUsable, requests, shownErrors, soon } from '../support/steps.ts';
import { TAB_NAMES, openTab, openTabName, openTabs, providerOf } from '../support/tabs.ts';

const [SMS, ALIPAY, ONE_TAP] = TAB_NAMES.en;

describe('promise N8: opening a tab while something is under way', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    box = await openTabs(ciam);
    fill(box.mobile, '12345678901');
    fill(box.code, '232326');
  });
  afterEach(async () => {
    await resetMouse();
    await ciam.reset();
  });

  it('ends a login without a word, and its late answer changes nothing', async () => {
    await ciam.fault(PATHS.login, { kind: 'delay', ms: 300 });
    const signals = watchSignals();
    await box.click(box.submitButton);
    await soon(async () => (await requests(box, 'login')).length, 'the call is out');
    await openTab(box, ALIPAY);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
    expect(has(box, '[data-busy]')).to.equal(false);
    await openTab(box, SMS);
    await aTimeout(400);
    expect(endings(box)).to.deep.equal([]);
    expect([openTabName(box), isUsable(box), shownErrors(box).length]).to.deep.equal([SMS, true, 0]);
    await ciam.clearFaults();
    await box.click(box.submitButton);
    await box.event('success');
    expect(endings(box)).to.deep.equal(['success']);
  });

  it('takes an error away with its form', async () => {
    fill(box.code, '000000');
    await box.click(box.submitButton);
    await soon(() => shownErrors(box).length, 'an error shows');
    await openTab(box, ALIPAY);
    expect(shownErrors(box)).to.deep.equal([]);
    await openTab(box, SMS);
    expect(shownErrors(box)).to.deep.equal([]);
  });

  it('ends a tap, and a token that comes late is not redeemed', async () => {
    let give: (token: string) => void = () => undefined;
    let signal: AbortSignal | undefined;
    box.element.oneClick = providerOf((options) => {
      ({ signal } = options);
      return new Promise((resolve) => (give = resolve));
    });
    await openTab(box, ONE_TAP);
    await box.click(box.submitButton);
    await soon(() => signal, 'the carrier is asked');
    await openTab(box, ALIPAY);
    expect(signal?.aborted).to.equal(true);
    give(await ciam.oneClickToken());
    await aTimeout(100);
    expect(openTabName(box), 'and leads nowhere').to.equal(ALIPAY);
    expect([endings(box), await ciam.journal()]).to.deep.equal([[], []]);
  });
});
