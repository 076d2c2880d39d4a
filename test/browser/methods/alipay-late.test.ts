import { aTimeout, expect } from '@open-wc/testing';
import { alipay } from '../../../src/methods/alipay.ts';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type Trip, callback, comeBack, exchanges, keepAddress, setOutFrom } from '../support/alipay.ts';
import { fill, loaded } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { holdBack, patch, unpatch } from '../support/patch.ts';
import { endings } from '../support/phases.ts';
import { PATHS, shownErrors, soon } from '../support/steps.ts';

describe('promises N3 and S4: back from Alipay, and its code does not come', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let toOwnAddress: () => void;
  let trip: Trip;
  let box: LoginBox;
  let fail: () => void;
  let asked: number;

  before(async () => {
    ciam = await startCiam();
    toOwnAddress = keepAddress();
  });
  beforeEach(async () => {
    trip = await setOutFrom(ciam, { methods: 'sms,alipay' });
    comeBack(callback(trip.state, await ciam.alipayCode()));
    asked = 0;
    const missing = new Promise<never>((_, reject) => {
      fail = () => {
        reject(new Error('it is not there'));
      };
    });
    patch(alipay, 'begin', { value: () => (asked++, missing), enumerable: true });
    box = await trip.mount(trip.make());
    await loaded(box);
    await soon(() => asked, 'the code is on its way');
  });
  afterEach(async () => {
    unpatch();
    toOwnAddress();
    await ciam.reset();
  });

  async function failAndSettle(): Promise<void> {
    fail();
    await aTimeout(50);
  }

  it('one error says so', async () => {
    await failAndSettle();
    const { code, method, message } = await box.event('error');
    expect([code, method, endings(box).length]).to.deep.equal(['network', 'alipay', 1]);
    expect(shownErrors(box)).to.deep.equal([message]);
  });

  it('one, though the box was moved meanwhile', async () => {
    box.element.parentElement!.append(box.element);
    await soon(() => asked > 1, 'it was looked for once more');
    await failAndSettle();
    expect(endings(box)).to.deep.equal(['error']);
  });

  for (const [how, giveUp] of Object.entries({
    'was reset': () => {
      box.element.reset();
    },
    'was left, and came back': () => window.dispatchEvent(new Event('pagehide')),
  }))
    it(`none, where the box ${how}`, async () => {
      giveUp();
      await failAndSettle();
      expect([endings(box), shownErrors(box)]).to.deep.equal([[], []]);
    });

  it('none for somebody who logs in with a message meanwhile', async () => {
    fill(box.mobile, FIXED_MOBILE);
    fill(box.code, FIXED_CODE);
    const release = holdBack(PATHS.login);
    await box.click(box.submitButton);
    await soon(() => box.submitButton.hasAttribute('data-busy'), 'the login is under way');
    await failAndSettle();
    release();
    await box.event('success');
    expect([endings(box), shownErrors(box), await exchanges(ciam)]).to.deep.equal([['success'], [], []]);
  });
});
