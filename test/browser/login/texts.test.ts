import { expect } from '@open-wc/testing';
import { type MessageOverrides } from '../../../src/entries/element.ts';
import { enLogin } from '../../../src/locales/en-login.ts';
import { zhCnLogin } from '../../../src/locales/zh-cn-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, has, openPuzzle } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { patch, unpatch } from '../support/patch.ts';
import { shownErrors, soon } from '../support/steps.ts';

describe('the language', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let pageLanguage: string;

  before(async () => {
    ciam = await startCiam();
    pageLanguage = document.documentElement.lang;
  });
  afterEach(async () => {
    document.documentElement.lang = pageLanguage;
    unpatch();
    await ciam.reset();
  });

  const spoken = (box: LoginBox) => box.submitButton.textContent.trim();
  const box = async (lang: string | null) => {
    const opened = await openLogin(ciam);
    if (lang === null) opened.element.removeAttribute('lang');
    else opened.element.lang = lang;
    await opened.element.updateComplete;
    return opened;
  };

  it('is its own', async () => {
    const { element } = await box('zh-CN');
    expect(element.shadowRoot?.querySelector('.box')?.getAttribute('lang')).to.equal('zh-CN');
    for (const [lang, text] of [
      ['zh', '登录'],
      ['zh-Hant', '登录'],
      ['ZH-cn', '登录'],
      ['en-GB', 'Log in'],
      ['fr', 'Log in'],
    ])
      // prettier-ignore
      expect(spoken(await box(lang!)), lang).to.equal(text);
  });

  it('else that of the nearest ancestor that has one, out through shadow roots', async () => {
    document.documentElement.lang = 'en';
    const opened = await box(null);
    const outer = document.createElement('section');
    opened.element.before(outer);
    outer.lang = 'zh-CN';
    const inner = document.createElement('div');
    outer.append(inner);
    inner.attachShadow({ mode: 'open' }).append(opened.element);
    opened.element.requestUpdate();
    await opened.element.updateComplete;
    expect(spoken(opened)).to.equal('登录');
    inner.lang = 'en';
    opened.element.requestUpdate();
    await opened.element.updateComplete;
    expect(spoken(opened)).to.equal('Log in');
  });

  it('else the browser’s', async () => {
    document.documentElement.lang = '';
    for (const [language, text] of [
      ['zh-CN', '登录'],
      ['de-DE', 'Log in'],
      ['', 'Log in'],
    ]) {
      patch(navigator, 'language', { value: language });
      expect(spoken(await box(null)), language).to.equal(text);
    }
  });

  it('changes live, with everything that is shown; what was typed stays', async () => {
    const opened = await box('en');
    fill(opened.mobile, '138');
    await opened.click(opened.sendButton);
    await soon(() => shownErrors(opened).length, 'an error shows');
    expect(shownErrors(opened)).to.deep.equal([enLogin.errors['mobile-invalid']]);
    opened.element.lang = 'zh-CN';
    await opened.element.updateComplete;
    expect(shownErrors(opened)).to.deep.equal([zhCnLogin.errors['mobile-invalid']]);
    expect(opened.sendButton.textContent.trim()).to.equal('获取验证码');
    expect(opened.root.querySelector('label')?.textContent).to.equal('手机号');
    expect(opened.mobile.value).to.equal('138');
  });

  it('is what errors are told in, and what a puzzle of the page’s own is told', async () => {
    const opened = await box('zh-CN');
    const told: string[] = [];
    opened.element.solveCaptcha = ({ lang }) => Promise.resolve(void told.push(lang));
    fill(opened.mobile, '13800138000');
    await opened.click(opened.sendButton);
    expect((await opened.event('error'))['message']).to.equal(zhCnLogin.errors['captcha-cancelled']);
    expect(told).to.deep.equal(['zh-CN']);
  });
});

describe('messages', function () {
  this.timeout(60_000);
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
      methods: { sms: { button: 'Come in' } },
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
    expect(has(box, 'img, b')).to.equal(false);
    expect(window).not.to.have.property('hit');
  });

  it('promise S7: keys such as __proto__ do no harm', async () => {
    const text = `{"__proto__":{"mobile":"stolen","toString":"x"},"constructor":"x",
      "errors":{"__proto__":{"mobile-invalid":"stolen"},"constructor":"x"},"methods":{"__proto__":{"button":"stolen"},"sms":{"__proto__":{"button":"stolen"}}}}`;
    const box = await boxWith(JSON.parse(text) as MessageOverrides);
    expect(box.root.querySelector('label')?.textContent).to.equal('Mobile number');
    expect(box.submitButton.textContent.trim()).to.equal('Log in');
    await box.click(box.submitButton);
    expect((await box.event('error'))['message']).to.equal(enLogin.errors['mobile-invalid']);
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

  it('that are no texts replace nothing', async () => {
    const absent = { mobile: undefined, getCode: 5, methods: null, errors: undefined };
    const box = await boxWith(absent as unknown as MessageOverrides);
    expect(box.root.querySelector('label')?.textContent).to.equal('Mobile number');
    expect(box.sendButton.textContent.trim()).to.equal('Get code');
    expect(box.submitButton.textContent.trim()).to.equal('Log in');
  });
});
