import { expect } from '@open-wc/testing';
import { enForm } from '../../../src/locales/en-form.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, focused, has } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { holdBack } from '../support/patch.ts';
import { quickCode } from '../support/quick-code.ts';
import { press, soon } from '../support/steps.ts';

const COUNTRIES = '/api/v2/sdk/country-codes';

describe('calling codes', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(() => ciam.settings({ areaCodes: ['852', '86', '65'] }));
  afterEach(() => ciam.reset());

  const choice = (box: LoginBox) => box.find<HTMLSelectElement>('select');
  const offered = (box: LoginBox) => [...choice(box).options].map((option) => option.textContent.trim());
  const asked = async () =>
    (await ciam.journal()).filter(({ path, method }) => path === COUNTRIES && method === 'GET').length;

  /** Numbers in the bodies of all calls. */
  async function numbersSent(): Promise<unknown[]> {
    const bodies = (await ciam.journal()).map(({ body }) => body as Record<string, unknown> | null);
    return bodies.map((body) => body?.['mobile'] ?? body?.['sender']).filter(Boolean);
  }

  it('one code is a plain sign, several are a choice, the first preset', async () => {
    const one = await openLogin(ciam, { 'area-codes': '+852' });
    expect(has(one, 'select')).to.equal(false);
    expect(one.find('#area-code').textContent).to.equal('+852');
    const several = await openLogin(ciam, { 'area-codes': '86, +852,65' });
    await soon(() => several.root.querySelector('select'), 'the choice is there');
    expect(offered(several)).to.deep.equal(['+86', '+852', '+65']);
    expect(choice(several).value).to.equal('86');
    expect(choice(several).getAttribute('aria-label')).to.equal(enForm.areaCode);
    expect(await asked()).to.equal(0);
  });

  it('a number of Hong Kong, on every call', async () => {
    const box = await openLogin(ciam, { 'area-codes': '86,852' });
    await soon(() => box.root.querySelector('select'), 'the choice is there');
    choice(box).focus();
    await press('ArrowDown');
    await soon(() => choice(box).value === '852', 'Hong Kong is chosen');
    await quickCode(box, '5123 4567');
    fill(box.code, (await ciam.code('+852-51234567')) ?? '');
    await box.click(box.submitButton);
    await box.event('success');
    expect(await numbersSent()).to.deep.equal(Array(3).fill('+852-51234567'));
  });

  it('one code that is not China’s', async () => {
    const box = await openLogin(ciam, { 'area-codes': '852' });
    await quickCode(box, '+852 5123-4567');
    expect(await numbersSent()).to.deep.equal(['+852-51234567', '+852-51234567']);
  });

  for (const odd of ['', 'none', '86;852', ',', '+']) {
    it(`China is offered for area-codes="${odd}"`, async () => {
      const box = await openLogin(ciam, { 'area-codes': odd });
      expect(box.find('#area-code').textContent).to.equal('+86');
      await quickCode(box, '13800138000');
    });
  }

  describe('auto', () => {
    it('asks the tenant once somebody comes near, once; names in the widget’s language', async () => {
      const box = await openLogin(ciam, { 'area-codes': 'auto' });
      expect(box.find('#area-code').textContent).to.equal('+86');
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(await asked()).to.equal(0);
      await box.click(box.mobile);
      await soon(() => box.root.querySelector('select'), 'the choice is there');
      expect(offered(box)).to.have.length(3);
      expect(offered(box)[0]).to.equal('+852 Hong Kong, China');
      expect(choice(box).value).to.equal('852');
      expect(focused() === box.mobile).to.equal(true);
      await box.click(box.code);
      await box.click(box.mobile);
      expect(await asked()).to.equal(1);
      box.element.lang = 'zh-TW';
      await box.element.updateComplete;
      expect(offered(box)[0]).to.equal('+852 中國香港');
    });

    it('checks numbers by the country’s own rule', async () => {
      const box = await openLogin(ciam, { 'area-codes': 'auto' });
      await box.click(box.mobile);
      await soon(() => box.root.querySelector('select'), 'the choice is there');
      await box.type(box.mobile, '12345678');
      await press('Enter');
      expect((await box.event('error'))['code']).to.equal('mobile-invalid');
      await quickCode(box, '51234567');
      expect(await numbersSent()).to.deep.equal(['+852-51234567', '+852-51234567']);
    });

    it('coming late, leaves a number that was typed meanwhile where it was', async () => {
      const box = await openLogin(ciam, { 'area-codes': 'auto' });
      const release = holdBack(COUNTRIES);
      await box.type(box.mobile, '13800138000');
      release();
      await soon(() => box.root.querySelector('select'), 'the choice is there');
      expect(choice(box).value).to.equal('86');
      expect([box.mobile.value, focused() === box.mobile]).to.deep.equal(['13800138000', true]);
      await quickCode(box, '13800138000');
      expect(await numbersSent()).to.deep.equal(['13800138000', '13800138000']);
    });

    it('failing, leaves China on offer, and bothers nobody', async () => {
      await ciam.fault(COUNTRIES, { kind: 'html' });
      const box = await openLogin(ciam, { 'area-codes': 'auto' });
      await quickCode(box, '13800138000');
      expect(await asked()).to.be.at.least(1);
      expect(box.find('#area-code').textContent).to.equal('+86');
      expect(box.seen('error')).to.deep.equal([]);
      expect(await numbersSent()).to.deep.equal(['13800138000', '13800138000']);
    });
  });
});
