import { expect } from '@open-wc/testing';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { callback, comeBack, keepAddress, setOutFrom } from '../support/alipay.ts';
import { fill } from '../support/hands.ts';
import { PATHS, requests, soon } from '../support/steps.ts';
import { TAB_NAMES, openTab, openTabName, openTabs, providerOf } from '../support/tabs.ts';

const [SMS, ALIPAY, ONE_TAP] = TAB_NAMES.en;

describe('promise N5: a form that was opened in another way than by its tab still waits', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let toOwnAddress: () => void;

  before(async () => {
    ciam = await startCiam();
    toOwnAddress = keepAddress();
  });
  afterEach(async () => {
    toOwnAddress();
    await ciam.reset();
  });

  const tire = (path: string) =>
    ciam.fault(path, { kind: 'status', status: 429, headers: { 'Retry-After': '60' }, times: 1 });
  const waits = (button: Element) => button.getAttribute('aria-disabled') === 'true';

  it('promise N5: the form for a text message, after a tap that failed', async () => {
    const box = await openTabs(
      ciam,
      {},
      providerOf(() => Promise.reject(new Error('no SDK'))),
    );
    fill(box.mobile, FIXED_MOBILE);
    fill(box.code, FIXED_CODE);
    await tire(PATHS.login);
    await box.click(box.submitButton);
    await box.event('error');
    await openTab(box, ONE_TAP);
    await box.click(box.submitButton);
    await soon(() => openTabName(box) === SMS && box.root.querySelector('#code'), 'they are led back');
    expect(waits(box.submitButton)).to.equal(true);
    fill(box.code, FIXED_CODE);
    await box.click(box.submitButton);
    expect(await requests(box, 'login')).to.have.length(1);
  });

  it('promise N5: Alipay, after the return from there', async () => {
    const trip = await setOutFrom(ciam, { methods: 'sms,alipay' });
    comeBack(callback(trip.state, await ciam.alipayCode()));
    await tire('/api/v3/sdk/login/alipay');
    const box = await trip.mount(trip.make());
    await box.event('error');
    await openTab(box, SMS);
    await openTab(box, ALIPAY);
    await soon(() => waits(box.submitButton), 'it still waits');
  });
});
