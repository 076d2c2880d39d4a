import { expect, fixture } from '@open-wc/testing';
import { password } from '../../../src/methods/password.ts';
import { sms } from '../../../src/methods/sms.ts';
import { wechat } from '../../../src/methods/wechat.ts';
import { LoginElement } from '../../../src/ui/login-element.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { callback, comeBack, keepAddress, setOutFrom } from '../support/alipay.ts';
import { complaints, smallTargets } from '../support/axe.ts';
import { fill } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { patch, unpatch } from '../support/patch.ts';
import { MOMENTS } from '../support/phases.ts';
import { PATHS, shownErrors, soon } from '../support/steps.ts';
import { openTabs, providerOf } from '../support/tabs.ts';
import { faultsOnTheWay, look } from './look.ts';

class Mine extends LoginElement {
  static override readonly loginMethods = [sms, wechat, password];
}
customElements.define('mine-login', Mine);

describe('promise A1: nobody is shut out while something is under way, or when it failed', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => {
    unpatch();
    return ciam.reset();
  });

  for (const { name, reach } of MOMENTS.filter(({ name }) =>
    /picture is|checked|being sent|logging/.test(name),
  ))
    it(`promise A1: axe finds nothing, and the focus can be seen, ${name}`, async () => {
      const box = await openLogin(ciam);
      await reach(box);
      await look(box, name);
    });

  it('promise A1: nor while the button rests, as a server has asked', async () => {
    const box = await openLogin(ciam);
    await ciam.fault(PATHS.login, { kind: 'status', status: 429, headers: { 'Retry-After': '300' } });
    fill(box.mobile, '13800138000');
    fill(box.code, '123456');
    await box.click(box.submitButton);
    await soon(() => shownErrors(box).length, 'the server has refused');
    expect(box.submitButton.getAttribute('aria-disabled')).to.equal('true');
    await look(box, 'at rest');
  });

  it('promise A1: nor after one tap has failed', async () => {
    const refused = providerOf(() => Promise.reject(new Error('no carrier')));
    const box = await openTabs(ciam, { method: 'one-click' }, refused);
    await soon(() => box.element.openMethod.id === 'one-click', 'its tab is open');
    await box.click(box.submitButton);
    await soon(() => box.root.querySelector('#mobile') && shownErrors(box).length, 'the other form says why');
    await look(box, 'after one tap');
  });

  it('promise A1: nor after Alipay was cancelled', async () => {
    const goBack = keepAddress();
    const trip = await setOutFrom(ciam);
    comeBack(callback(trip.state, undefined));
    const box = await trip.mount(trip.make());
    await soon(() => shownErrors(box).length, 'it says so');
    await look(box, 'cancelled');
    goBack();
  });

  it('promise A1: nor where Alipay is not available', async () => {
    const box = await openTabs(ciam, { methods: 'alipay,sms' });
    patch(navigator, 'userAgent', { value: `${navigator.userAgent} MicroMessenger/8.0.50` });
    await box.click(box.submitButton);
    await soon(() => shownErrors(box).length, 'it says so');
    await look(box, 'in WeChat');
  });

  it('promise A1: nor in the forms for a password and for WeChat', async () => {
    const element = new Mine();
    const all = { 'base-url': ciam.origin, 'client-id': 'demo-client', lang: 'en', 'wechat-app-id': 'wx1' };
    for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
    (await fixture<HTMLElement>(document.createElement('div'))).append(element);
    await element.updateComplete;
    const box = { element, root: element.renderRoot as ShadowRoot };
    for (const id of ['wechat', 'password']) {
      await soon(() => box.root.querySelector(`#tab-${id}`), 'its tab is there');
      box.root.querySelector<HTMLElement>(`#tab-${id}`)?.click();
      await soon(() => element.openMethod.id === id, 'the tab is open');
      expect(await complaints(box), `axe, ${id}`).to.deep.equal([]);
      expect(smallTargets(box), `targets, ${id}`).to.deep.equal([]);
      expect(await faultsOnTheWay(box), `where the focus is, ${id}`).to.deep.equal([]);
    }
  });
});
