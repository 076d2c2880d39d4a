import { expect } from '@open-wc/testing';
import type { MessageOverrides } from '../../../src/entries/element.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { openPuzzle } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { shownErrors, soon } from '../support/steps.ts';

describe('messages', function () {
  this.timeout(20_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  async function boxWith(messages: MessageOverrides): Promise<LoginBox> {
    const box = await openLogin(ciam);
    box.element.messages = messages;
    await box.element.updateComplete;
    return box;
  }

  it('replace texts at any depth, and leave the others', async () => {
    const box = await boxWith({
      mobile: 'Phone',
      actions: { logIn: 'Come in' },
      errors: { 'mobile-invalid': 'Hm?' },
      puzzleTitle: 'A game',
    });
    expect(box.root.querySelector('label')?.textContent).to.equal('Phone');
    expect(box.submitButton.textContent.trim()).to.equal('Come in');
    expect(box.sendButton.textContent.trim()).to.equal('Get code');
    await box.click(box.submitButton);
    expect((await box.event('error'))['message']).to.equal('Hm?');
    await soon(() => shownErrors(box)[0] === 'Hm?', 'it shows');
    box.code.value = '';
    await openPuzzle(box);
    expect(box.find('h2').textContent).to.equal('A game');
    expect(box.find('.check').textContent.trim()).to.equal('Check');
  });

  it('may be changed and taken away while the box is shown', async () => {
    const box = await boxWith({ getCode: 'Text me' });
    expect(box.sendButton.textContent.trim()).to.equal('Text me');
    box.element.messages = { getCode: 'Now' };
    await box.element.updateComplete;
    expect(box.sendButton.textContent.trim()).to.equal('Now');
    box.element.messages = null;
    await box.element.updateComplete;
    expect(box.sendButton.textContent.trim()).to.equal('Get code');
  });

  it('promise S6: are text, never markup', async () => {
    const markup = '<img src=x onerror="window.hit = 1"><b>x</b>';
    const box = await boxWith({ mobile: markup, getCode: markup, errors: { 'mobile-invalid': markup } });
    await box.click(box.sendButton);
    await box.event('error');
    await soon(() => shownErrors(box)[0] === markup, 'the error shows as it was written');
    expect(box.root.querySelector('label')?.textContent).to.equal(markup);
    expect(box.root.querySelector('img, b')).to.equal(null);
    expect(window).not.to.have.property('hit');
  });

  it('promise S7: keys such as __proto__ do no harm', async () => {
    const text = `{"__proto__":{"mobile":"stolen","toString":"x"},"constructor":"x",
      "errors":{"__proto__":{"mobile-invalid":"stolen"},"constructor":"x"},"actions":{"__proto__":{"logIn":"stolen"}}}`;
    const box = await boxWith(JSON.parse(text) as MessageOverrides);
    expect(box.root.querySelector('label')?.textContent).to.equal('Mobile number');
    expect(box.submitButton.textContent.trim()).to.equal('Log in');
    await box.click(box.submitButton);
    expect((await box.event('error'))['message']).to.equal('Enter a valid mobile number.');
    expect(({} as Record<string, unknown>)['mobile']).to.equal(undefined);
  });

  it('promise S7: a page with a polluted Object.prototype gets no other texts', async () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype['mobile'] = 'polluted';
    try {
      const box = await boxWith({ getCode: 'Text me' });
      expect(box.root.querySelector('label')?.textContent).to.equal('Mobile number');
    } finally {
      delete prototype['mobile'];
    }
  });
});
