import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { descriptionOf, fill, focused, has } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { quickCode, solverOf } from '../support/quick-code.ts';
import { PATHS, shownErrors, soon } from '../support/steps.ts';

const TERMS = { 'terms-url': 'https://shop.example/terms' };
const BOTH = { ...TERMS, 'privacy-url': '/privacy?a=1' };

describe('promise O6: consent', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    await resetMouse();
    await ciam.reset();
  });

  const tick = (box: LoginBox) => box.find<HTMLInputElement>('#consent');
  const text = (box: LoginBox) => box.find('.consent label').textContent;

  it('is asked for where the page sets an address, and only there', async () => {
    const none = await openLogin(ciam);
    expect(has(none, '[type=checkbox]')).to.equal(false);
    const one = await openLogin(ciam, TERMS);
    expect(text(one)).to.equal('I agree to the Terms of Service');
    const both = await openLogin(ciam, { ...BOTH, lang: 'zh' });
    expect(text(both)).to.equal('我已阅读并同意《服务条款》和《隐私政策》');
    const links = [...both.root.querySelectorAll('.consent a')] as HTMLAnchorElement[];
    expect(links.map((each) => [each.getAttribute('href'), each.target, each.rel])).to.deep.equal([
      [BOTH['terms-url'], '_blank', 'noopener noreferrer'],
      [BOTH['privacy-url'], '_blank', 'noopener noreferrer'],
    ]);
    expect(tick(both).checked).to.equal(false);
  });

  for (const name of ['sendButton', 'submitButton'] as const) {
    it(`comes before anything is sent (${name})`, async () => {
      const box = await openLogin(ciam, BOTH);
      box.element.solveCaptcha = solverOf(ciam);
      fill(box.mobile, '12345678901');
      fill(box.code, '232326');
      await box.click(box[name]);
      const { code, message, httpStatus } = await box.event('error');
      expect([code, httpStatus]).to.deep.equal(['consent-required', null]);
      await soon(() => focused() === tick(box), 'the focus goes to the box');
      expect(tick(box).getAttribute('aria-invalid')).to.equal('true');
      expect(descriptionOf(box, tick(box))).to.deep.equal([message]);
      expect(shownErrors(box)).to.deep.equal([message]);
      expect(await ciam.journal()).to.deep.equal([]);
    });
  }

  it('is at fault no longer once it is ticked; what else went wrong stays', async () => {
    const box = await openLogin(ciam, BOTH);
    fill(box.mobile, '12345678901');
    fill(box.code, '232326');
    await box.click(box.submitButton);
    await soon(() => tick(box).getAttribute('aria-invalid') === 'true', 'consent is missing');
    await box.type(box.code, '232326');
    expect(shownErrors(box), 'typing elsewhere changes nothing').to.have.length(1);
    await box.click(tick(box));
    await soon(() => tick(box).getAttribute('aria-invalid') === 'false', 'it is given');
    expect([shownErrors(box), tick(box).checked, focused() === tick(box)]).to.deep.equal([[], true, true]);
    await ciam.fault(PATHS.login, { kind: 'status', status: 500 });
    await box.click(box.submitButton);
    await soon(() => shownErrors(box).length, 'the server has failed');
    for (const isTicked of [false, true]) {
      await box.click(tick(box));
      await box.element.updateComplete;
      expect([tick(box).checked, shownErrors(box).length]).to.deep.equal([isTicked, 1]);
    }
  });

  it('comes before the tenant is asked for its countries, too', async () => {
    await ciam.settings({ areaCodes: ['86', '852'] });
    const box = await openLogin(ciam, { ...BOTH, 'area-codes': 'auto' });
    await box.click(box.mobile);
    await box.click(box.submitButton);
    await box.event('error');
    expect(await ciam.journal()).to.deep.equal([]);
    await box.click(tick(box));
    await soon(() => box.root.querySelector('select'), 'the countries are there');
  });

  it('once given, lets everything through', async () => {
    const box = await openLogin(ciam, BOTH);
    // On its text, beside the links: a label is as good as its box.
    const { left, top } = box.find('.consent label').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 8), Math.round(top + 10)] });
    expect(tick(box).checked).to.equal(true);
    await quickCode(box, '12345678901');
    fill(box.code, '232326');
    await box.click(box.submitButton);
    await box.event('success');
    const bodies = JSON.stringify((await ciam.journal()).map(({ body }) => body));
    expect(bodies).not.to.contain('consent');
    expect(box.seen('error')).to.deep.equal([]);
  });

  it('is asked for again after reset()', async () => {
    const box = await openLogin(ciam, BOTH);
    await box.click(tick(box));
    expect(tick(box).checked).to.equal(true);
    box.element.reset();
    expect(tick(box).checked).to.equal(false);
  });

  for (const address of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'http://[']) {
    it(`promise S6: links to no ${address}, and asks for consent all the same`, async () => {
      const box = await openLogin(ciam, { 'terms-url': address });
      expect(has(box, 'a')).to.equal(false);
      expect(text(box)).to.equal('I agree to the Terms of Service');
      fill(box.mobile, '12345678901');
      fill(box.code, '232326');
      await box.click(box.submitButton);
      expect((await box.event('error'))['code']).to.equal('consent-required');
      expect(await ciam.journal()).to.deep.equal([]);
    });
  }
});
