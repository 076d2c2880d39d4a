import { aTimeout, expect } from '@open-wc/testing';
import { alipay } from '../../../src/methods/alipay.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { atStep } from '../continued/continuations.ts';
import { callback, comeBack, exchanges, keepAddress, setOutFrom } from '../support/alipay.ts';
import { has } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { patch, unpatch } from '../support/patch.ts';
import { endings } from '../support/phases.ts';
import { soon } from '../support/steps.ts';
import { APP_ID, TAB_NAMES, openTabName } from '../support/tabs.ts';

const EXCHANGE = '/api/v2/sdk/login/aliyun-mobile-auth';

describe('what somebody has begun is not taken away', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let toOwnAddress: () => void;

  before(async () => {
    ciam = await startCiam();
    toOwnAddress = keepAddress();
  });
  afterEach(async () => {
    unpatch();
    toOwnAddress();
    await ciam.reset();
  });

  /** Holds the code of Alipay's step back. */
  function holdAlipayBack(): () => void {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const begin = alipay.begin.bind(alipay);
    patch(alipay, 'begin', { value: async () => (await gate, begin()), enumerable: true });
    return () => {
      release();
    };
  }

  /** As a framework does that draws the page again: another object, which now says that one tap does not work here. */
  async function drawAgain(element: { oneClick: unknown; updateComplete: Promise<unknown> }) {
    element.oneClick = { getToken: () => ciam.oneClickToken(), isAvailable: () => false };
    await element.updateComplete;
  }

  it('a login with one tap goes on, though that is available no more', async () => {
    const box = await openLogin(ciam, { method: 'one-click' });
    box.element.oneClick = { getToken: () => ciam.oneClickToken(), isAvailable: () => true };
    await box.element.updateComplete;
    await ciam.fault(EXCHANGE, { kind: 'delay', ms: 300 });
    await box.click(box.submitButton);
    await soon(async () => (await ciam.journal()).some(({ path }) => path === EXCHANGE), 'it is out');
    await drawAgain(box.element);
    await box.event('success');
    expect(endings(box)).to.deep.equal(['success']);
  });

  it('so does its second factor', async () => {
    const box = await openLogin(ciam, { method: 'one-click' });
    const getToken = () => ciam.oneClickToken({ mobile: '13800000006' });
    box.element.oneClick = { getToken, isAvailable: () => true };
    await box.element.updateComplete;
    await box.click(box.submitButton);
    await atStep(box, 'mfa');
    await drawAgain(box.element);
    expect([has(box, '.title'), box.element.openMethod.id]).to.deep.equal([true, 'one-click']);
    await box.click([...box.root.querySelectorAll<HTMLElement>('.plain')].at(-1)!);
    await soon(() => box.element.openMethod.id === 'sms', 'whoever goes back is offered what works');
  });

  it('a press on a tab holds, though another that comes first turns out to be available', async () => {
    const release = holdAlipayBack();
    const box = await openLogin(ciam, { methods: 'one-click,alipay,sms', 'alipay-app-id': APP_ID });
    box.element.addEventListener('ciam-login-redirect', (event) => {
      event.preventDefault();
    });
    let answer: (isAvailable: boolean) => void = () => undefined;
    const isAvailable = () => new Promise<boolean>((resolve) => (answer = resolve));
    box.element.oneClick = { getToken: () => Promise.resolve('t'), isAvailable };
    await box.element.updateComplete;
    await box.click(box.submitButton);
    answer(true);
    await aTimeout(30);
    release();
    await box.event('redirect');
    expect(openTabName(box)).to.equal(TAB_NAMES.en[1]);
  });

  it('promise S4: back from Alipay, a press before the code has come does not send them there again', async () => {
    const trip = await setOutFrom(ciam, { methods: 'alipay' });
    comeBack(callback(trip.state, await ciam.alipayCode()));
    const release = holdAlipayBack();
    const made = trip.make();
    made.element.addEventListener('ciam-login-redirect', (event) => {
      event.preventDefault();
    });
    const box = await trip.mount(made);
    await box.click(box.submitButton);
    release();
    await box.event('success');
    expect([box.seen('redirect').length, (await exchanges(ciam)).length]).to.deep.equal([0, 1]);
  });
});
