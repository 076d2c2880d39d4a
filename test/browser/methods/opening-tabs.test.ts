import { aTimeout, expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { keptText } from '../support/alipay.ts';
import { fill, focused, has } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { press, shownErrors, soon } from '../support/steps.ts';
import {
  APP_ID,
  TAB_NAMES,
  codeArrives,
  openTab,
  openTabName,
  openTabs,
  providerOf,
  tabNames,
} from '../support/tabs.ts';

const [SMS, ALIPAY, ONE_TAP] = TAB_NAMES.en;

describe('promise A2: opening a tab', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    await resetMouse();
    await ciam.reset();
  });

  it('sends nothing, leaves nothing, asks nobody, tells which step is shown', async () => {
    let asked = 0;
    const provider = providerOf(() => Promise.resolve(String(++asked)));
    const box = await openTabs(ciam, { 'area-codes': 'auto' }, provider);
    const address = location.href;
    const before = keptText();
    for (const name of [ALIPAY, ONE_TAP, SMS, ALIPAY]) await openTab(box, name);
    await press('End');
    await press('Home');
    await aTimeout(600); // what is sent waits for the device's data
    expect(await ciam.journal()).to.deep.equal([]);
    expect([location.href, keptText(), asked]).to.deep.equal([address, before, 0]);
    const steps = ['alipay', 'one-click', 'sms', 'alipay', 'one-click', 'sms'];
    expect(box.events).to.deep.equal(
      steps.map((method) => ({ type: 'step', detail: { method, step: 'start' } })),
    );
  });

  it('keeps what was typed on another for whoever comes back', async () => {
    const box = await openTabs(ciam, { 'area-codes': '86,852,65', 'terms-url': '/t' });
    await codeArrives(box);
    await box.type(box.mobile, '5123 4567');
    await box.type(box.code, '42');
    fill(box.find<HTMLSelectElement>('#area-code'), '852');
    await box.click(box.find('#consent'));
    const typed = () => [
      box.mobile.value,
      box.code.value,
      box.find<HTMLSelectElement>('select').value,
      box.find<HTMLInputElement>('#consent').checked,
    ];
    const before = typed();
    expect(before).to.deep.equal(['5123 4567', '42', '852', true]);
    for (const name of [ALIPAY, ONE_TAP, SMS, ALIPAY, SMS]) await openTab(box, name);
    await soon(() => has(box, 'select'), 'the form is whole again');
    expect(typed()).to.deep.equal(before);
    expect(shownErrors(box)).to.deep.equal([]);

    await openTab(box, ALIPAY);
    box.element.reset();
    await openTab(box, SMS);
    await soon(() => has(box, 'select'), 'the form is whole again');
    expect(typed(), 'reset() forgets it').to.deep.equal(['', '', '86', false]);
  });

  it('promise N11: forgets a code on another tab when the page is left', async () => {
    const box = await openTabs(ciam);
    fill(box.code, '424242');
    await openTab(box, ALIPAY);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await openTab(box, SMS);
    expect(box.code.value).to.equal('');
  });

  it('leaves the focus where it is', async () => {
    const box = await openTabs(ciam);
    await openTab(box, ALIPAY);
    await aTimeout(50);
    expect(focused()?.textContent.trim()).to.equal(ALIPAY);
    box.element.method = 'sms';
    await box.element.updateComplete;
    expect(focused()?.textContent.trim(), 'also when the page opens one').to.equal(ALIPAY);
  });

  it('shows in `method`, the attribute and the property; and a page may set it', async () => {
    const box = await openTabs(ciam);
    const method = () => [box.element.method, box.element.getAttribute('method')];
    await openTab(box, ONE_TAP);
    expect(method()).to.deep.equal(['one-click', 'one-click']);
    box.element.method = 'alipay';
    await box.element.updateComplete;
    expect([openTabName(box), ...method()]).to.deep.equal([ALIPAY, 'alipay', 'alipay']);
    box.element.setAttribute('method', 'sms');
    await box.element.updateComplete;
    expect([openTabName(box), ...method()]).to.deep.equal([SMS, 'sms', 'sms']);
    box.element.setAttribute('method', 'alipay');
    box.element.removeAttribute('method');
    await box.element.updateComplete;
    expect(openTabName(box)).to.equal(SMS);
    for (const unknown of ['fax', 'constructor', null, undefined]) {
      Object.assign(box.element, { method: unknown });
      await box.element.updateComplete;
      expect(openTabName(box), String(unknown)).to.equal(SMS);
    }
    expect(box.seen('step').map(({ detail }) => detail['method'])).to.deep.equal([
      'one-click',
      'alipay',
      'sms',
    ]);
  });

  it('`methods` says which there are, and in which order', async () => {
    const box = await openTabs(ciam);
    for (const [methods, names] of [
      ['one-click, sms', [ONE_TAP, SMS]],
      ['alipay,one-click,sms', [ALIPAY, ONE_TAP, SMS]],
      ['sms sms alipay, ,sms', [SMS, ALIPAY]],
      ['fax,alipay,toString,sms', [ALIPAY, SMS]],
      [
        ['one-click', 'alipay'],
        [ONE_TAP, ALIPAY],
      ],
      ['alipay', []],
      ['fax', [SMS, ALIPAY, ONE_TAP]],
      ['', [SMS, ALIPAY, ONE_TAP]],
      [null, [SMS, ALIPAY, ONE_TAP]],
    ] as const) {
      Object.assign(box.element, { methods, method: '' });
      await box.element.updateComplete;
      expect(tabNames(box), String(methods)).to.deep.equal(names);
      expect(openTabName(box)).to.equal(names[0] ?? '');
    }
  });

  it('by default, there is each method that has what it needs', async () => {
    const box = await openLogin(ciam);
    expect(tabNames(box)).to.deep.equal([]);
    box.element.setAttribute('alipay-app-id', APP_ID);
    await box.element.updateComplete;
    expect(tabNames(box)).to.deep.equal([SMS, ALIPAY]);
    box.element.oneClick = providerOf(() => Promise.resolve('t'));
    await box.element.updateComplete;
    expect(tabNames(box)).to.deep.equal([SMS, ALIPAY, ONE_TAP]);
    box.element.removeAttribute('alipay-app-id');
    await box.element.updateComplete;
    expect(tabNames(box)).to.deep.equal([SMS, ONE_TAP]);
  });
});
