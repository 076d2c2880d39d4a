import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { chord, descriptionOf, fill, focused, has, loaded } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { press, shownErrors, soon } from '../support/steps.ts';

describe('the number', function () {
  this.timeout(60_000);
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
    for (const typed of ['+86 138-0013 8000', '１３８００１３８０００']) {
      expect(await numberAsSent(box, typed), typed).to.equal('13800138000');
      expect(box.mobile.value).to.equal(typed);
    }
  });

  for (const typed of ['', '1380013800', 'abc']) {
    it(`promise A4: “${typed}” is refused at its field, and nothing is sent`, async () => {
      const box = await openLogin(ciam);
      box.code.value = '123456';
      if (typed) await box.type(box.mobile, typed);
      await box.click(typed === 'abc' ? box.submitButton : box.sendButton);
      const { code, step, message, httpStatus } = await box.event('error');
      expect([code, step, httpStatus]).to.deep.equal(['mobile-invalid', 'start', null]);
      await soon(() => focused() === box.mobile, 'the focus goes to the number');
      expect(box.mobile.getAttribute('aria-invalid')).to.equal('true');
      expect(descriptionOf(box, box.mobile)).to.include(message);
      expect(shownErrors(box)).to.deep.equal([message]);
      expect(box.code.getAttribute('aria-invalid')).to.equal('false');
      expect(has(box, 'dialog')).to.equal(false);
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
    expect(descriptionOf(box, box.mobile)).to.deep.equal(['+86']);
  });
});

describe('the code', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  const message = '【Demo】您的验证码是123456，5 分钟内有效。';
  const codes = [' 123 456 ', '123-456', '１２３４５６', '您的验证码是123456', message, '123456'];

  it('promise O1: is found in whatever is pasted', async () => {
    const box = await openLogin(ciam);
    await loaded(box);
    const source = document.createElement('textarea');
    box.element.after(source);
    for (const copied of codes) {
      source.value = copied;
      source.focus();
      source.select();
      await chord('Control', 'c');
      box.code.value = '';
      box.code.focus();
      await chord('Control', 'v');
      await soon(() => box.code.value, 'something was pasted');
      expect(box.code.value, copied).to.equal('123456');
    }
  });

  it('promise O1: is one real input that phones know how to fill', async () => {
    const { code, root } = await openLogin(ciam);
    expect([code.inputMode, code.type]).to.deep.equal(['numeric', 'text']);
    expect(root.querySelectorAll('input[autocomplete=one-time-code]').length).to.equal(1);
    expect(code.maxLength, 'a whole message must fit').to.equal(-1);
  });

  it('promise O1: may be typed, also into its middle', async () => {
    const box = await openLogin(ciam);
    await loaded(box);
    await box.type(box.code, '1256');
    await press('ArrowLeft');
    await press('ArrowLeft');
    await box.type(box.code, '34');
    expect([box.code.value, box.code.selectionStart]).to.deep.equal(['123456', 4]);
  });

  it('promise O2: the value and one input event are enough', async () => {
    const box = await openLogin(ciam);
    await box.type(box.mobile, '12345678901');
    fill(box.code, '您的验证码是 232326');
    await press('Enter'); // in the number: with a code there, it logs in
    await box.event('success');
    expect((await ciam.journal()).at(-1)?.body).to.deep.equal({
      mobile: '12345678901',
      verify_code: '232326',
    });
  });

  it('promise O2: even the values alone are enough', async () => {
    const box = await openLogin(ciam);
    box.mobile.value = '12345678901';
    box.code.value = '２３２-３２６';
    await box.click(box.submitButton);
    await box.event('success');
  });

  it('promise O2: nothing cancels paste, drop or typing', async () => {
    const box = await openLogin(ciam);
    await loaded(box);
    for (const input of [box.mobile, box.code]) {
      for (const type of ['paste', 'drop', 'dragover', 'dragenter', 'beforeinput', 'contextmenu']) {
        const event = new Event(type, { bubbles: true, cancelable: true, composed: true });
        expect(input.dispatchEvent(event), type).to.equal(true);
      }
    }
  });

  it('promise A4: none at all is an error at its field, and nothing is sent', async () => {
    const box = await openLogin(ciam);
    await box.type(box.mobile, '13800138000');
    await box.click(box.submitButton);
    const { code, message: text } = await box.event('error');
    expect(code).to.equal('code-missing');
    await soon(() => focused() === box.code, 'the focus goes to the code');
    expect(box.code.getAttribute('aria-invalid')).to.equal('true');
    expect(descriptionOf(box, box.code)).to.include(text);
    expect(shownErrors(box)).to.deep.equal([text]);
    expect(await ciam.journal()).to.deep.equal([]);
  });
});
