import { expect } from '@open-wc/testing';
import { startCiam } from '../../support/ciam.ts';
import { callback, comeBack, keepAddress, setOutFrom } from '../support/alipay.ts';

describe('promise S4: back from Alipay on a page that tells its whole address to everybody', function () {
  this.timeout(60_000);

  it('no call of the widget’s tells the code or the state', async function () {
    // Firefox tells other sites the origin and no more, whatever a page says.
    if (!navigator.userAgent.includes('Chrome/')) this.skip();
    const ciam = await startCiam();
    const toOwnAddress = keepAddress();
    const policy = Object.assign(document.createElement('meta'), { name: 'referrer', content: 'unsafe-url' });
    document.head.append(policy);
    const trip = await setOutFrom(ciam);
    const code = await ciam.alipayCode();
    comeBack(callback(trip.state, code));

    // A canary: what a page asks for before the box is there tells everything.
    await fetch(`${ciam.origin}/canary`).catch(() => undefined);
    const box = await trip.mount(trip.make());
    await box.event('success');
    const referrers = (await ciam.journal()).map(({ headers }) => headers['referer'] ?? '');
    expect(referrers[0]).to.contain(code).and.to.contain(trip.state);
    expect(referrers.length).to.be.above(1);
    for (const referrer of referrers.slice(1))
      expect([referrer.includes(code), referrer.includes(trip.state)]).to.deep.equal([false, false]);
    toOwnAddress();
  });
});
