import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { chord, fill, focused, loaded } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { press, shownErrors, soon } from '../support/steps.ts';

describe('the code', function () {
  this.timeout(20_000);
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
    const described = box.code.getAttribute('aria-describedby') ?? '';
    expect(box.root.getElementById(described)?.textContent).to.equal(text);
    expect(shownErrors(box)).to.deep.equal([text]);
    expect(await ciam.journal()).to.deep.equal([]);
  });
});
