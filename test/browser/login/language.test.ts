import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { patch, unpatch } from '../support/patch.ts';
import { shownErrors, soon } from '../support/steps.ts';

describe('the language', function () {
  this.timeout(20_000);
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
    expect(shownErrors(opened)).to.deep.equal(['Enter a valid mobile number.']);
    opened.element.lang = 'zh-CN';
    await opened.element.updateComplete;
    expect(shownErrors(opened)).to.deep.equal(['请输入正确的手机号。']);
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
    expect((await opened.event('error'))['message']).to.equal('已取消拼图验证。');
    expect(told).to.deep.equal(['zh-CN']);
  });
});
