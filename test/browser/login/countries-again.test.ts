import { aTimeout, expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, loaded, openPuzzle } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { press, solve, soon } from '../support/steps.ts';

const COUNTRIES = '/api/v2/sdk/country-codes';

describe('the calling code', function () {
  this.timeout(30_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  it('countries that the network did not bring are asked for again', async () => {
    await ciam.settings({ areaCodes: ['852', '86'] });
    await ciam.fault(COUNTRIES, { kind: 'reset' });
    const box = await openLogin(ciam, { 'area-codes': 'auto' });
    await loaded(box);
    box.mobile.focus();
    // Some browsers try each of ours several times.
    for (let before = -1; before !== (await countriesAsked()) || !before;) {
      before = await countriesAsked();
      await aTimeout(2000);
    }
    await ciam.clearFaults();
    await soon(async () => {
      box.code.focus();
      box.mobile.focus();
      await box.element.updateComplete;
      return box.root.querySelector('select');
    }, 'they can be chosen from');
  });

  it('a tenant that has no such call is asked once', async () => {
    await ciam.fault(COUNTRIES, { kind: 'empty', status: 404 });
    const box = await openLogin(ciam, { 'area-codes': 'auto' });
    await loaded(box);
    box.mobile.focus();
    await soon(async () => await countriesAsked(), 'it is asked');
    box.code.focus();
    box.mobile.focus();
    fill(box.mobile, '13800138000');
    expect(await countriesAsked()).to.equal(1);
  });

  it('stays while a code is on its way', async () => {
    await ciam.settings({ areaCodes: ['852', '86'] });
    const box = await openLogin(ciam, { 'area-codes': '852,86' });
    await soon(() => box.root.querySelector('select'), 'there is a choice');
    await ciam.fault('/api/v2/sdk/sms/send', { kind: 'delay', ms: 500 });
    await openPuzzle(box, '51234567');
    await solve(box);
    await soon(() => box.mobile.readOnly && !box.dialog, 'it is on its way');
    const select = box.find<HTMLSelectElement>('select');
    select.focus();
    await press('ArrowDown');
    await box.event('code-sent');
    expect(select.value).to.equal('852');
    await soon(() => /\d/.test(box.sendButton.textContent), 'it counts down');
    expect(select.inert).to.equal(false);
  });

  const countriesAsked = async () =>
    (await ciam.journal()).filter(({ path, method }) => path === COUNTRIES && method === 'GET').length;
});
