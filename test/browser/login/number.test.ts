import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { chord, focused } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { press, shownErrors, soon } from '../support/steps.ts';

describe('the number', function () {
  this.timeout(20_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  /** Types into the empty field, asks for a code, and gives the number as the server would get it. */
  async function numberAsSent(box: LoginBox, typed: string): Promise<string> {
    const before = box.seen('error').length;
    let sent = '';
    box.element.solveCaptcha = ({ mobile }) => {
      sent = mobile;
      return Promise.resolve('');
    };
    box.mobile.value = '';
    await box.type(box.mobile, typed);
    await press('Enter');
    await box.event('error', before + 1);
    return sent;
  }

  it('promise O4: is understood as people type it, and stays as it was typed', async () => {
    const box = await openLogin(ciam);
    for (const typed of ['138 0013 8000', '+86 138-0013-8000', '8613800138000', '１３８００１３８０００']) {
      expect(await numberAsSent(box, typed), typed).to.equal('13800138000');
      expect(box.mobile.value).to.equal(typed);
    }
    expect(await numberAsSent(box, '12345678901')).to.equal('12345678901');
  });

  for (const typed of ['', '1380013800', '138001380001', '23800138000', 'abc']) {
    it(`promise A4: “${typed}” is refused at its field, and nothing is sent`, async () => {
      const box = await openLogin(ciam);
      box.code.value = '123456';
      if (typed) await box.type(box.mobile, typed);
      await box.click(typed === 'abc' ? box.submitButton : box.sendButton);
      const { code, step, message, httpStatus } = await box.event('error');
      expect([code, step, httpStatus]).to.deep.equal(['mobile-invalid', 'start', null]);
      await soon(() => focused() === box.mobile, 'the focus goes to the number');
      expect(box.mobile.getAttribute('aria-invalid')).to.equal('true');
      const described = box.mobile.getAttribute('aria-describedby') ?? '';
      expect(box.root.getElementById(described)?.textContent).to.equal(message);
      expect(shownErrors(box)).to.deep.equal([message]);
      expect(box.code.getAttribute('aria-invalid')).to.equal('false');
      expect(box.dialog).to.equal(null);
      expect([box.mobile.value, box.code.value]).to.deep.equal([typed, '123456']);
      expect(await ciam.journal()).to.deep.equal([]);
    });
  }

  it('promise A4: the next attempt takes the error away', async () => {
    const box = await openLogin(ciam);
    await box.type(box.mobile, '1');
    await press('Enter');
    await box.event('error');
    await soon(() => shownErrors(box).length === 1, 'the error shows');
    await chord('Control', 'a');
    await box.type(box.mobile, '13800138000');
    await press('Enter');
    await box.puzzleShown();
    expect(shownErrors(box)).to.deep.equal([]);
    expect(box.mobile.getAttribute('aria-invalid')).to.equal('false');
    expect(box.mobile.getAttribute('aria-describedby')).to.equal('area-code');
  });
});
