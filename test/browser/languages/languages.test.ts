import { expect } from '@open-wc/testing';
import { ar } from '../../../src/locales/ar.ts';
import { fr } from '../../../src/locales/fr.ts';
import { zhTw } from '../../../src/locales/zh-tw.ts';
import { PACKS } from '../../support/packs.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { requests, shownErrors, soon } from '../support/steps.ts';
import { openTabs, tabNames } from '../support/tabs.ts';

describe('promise A7: further languages', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  const spoken = (box: LoginBox) => box.submitButton.textContent.trim();
  const language = (box: LoginBox) => box.find('.box').getAttribute('lang');
  async function boxIn(lang: string, languages: LoginBox['element']['languages'] = PACKS): Promise<LoginBox> {
    const box = await openLogin(ciam);
    Object.assign(box.element, { lang, languages });
    await box.element.updateComplete;
    return box;
  }

  for (const [lang, shown] of [
    ['fr-CA', 'fr'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-SG', 'zh-CN'],
    ['it', 'en'],
    ...PACKS.map((pack) => [pack.lang, pack.lang]),
  ] as const)
    it(`promise A7: ${lang} is shown as ${shown}`, async () => {
      const box = await boxIn(lang);
      expect(language(box)).to.equal(shown);
      const pack = PACKS.find((each) => each.lang === shown);
      if (pack) expect(spoken(box)).to.equal(pack.methods.sms.button);
    });

  it('without their pack, Traditional Chinese is shown in Chinese, and any other in English', async () => {
    for (const languages of [null, [], [fr]]) {
      expect(language(await boxIn('zh-TW', languages))).to.equal('zh-CN');
      expect(language(await boxIn('de', languages))).to.equal('en');
    }
  });

  it('promise A7: come and go live, in everything that is shown; what was typed stays', async () => {
    const box = await openTabs(ciam, { 'terms-url': '/t', 'privacy-url': '/p' });
    fill(box.mobile, '138');
    box.element.lang = 'fr';
    await box.element.updateComplete;
    expect(spoken(box)).to.equal('Log in');
    box.element.languages = [ar, fr];
    await box.element.updateComplete;
    expect(tabNames(box)).to.deep.equal(['SMS', 'Alipay', 'En un geste']);
    expect(box.find('.consent label').textContent).to.equal(
      'J’accepte les Conditions d’utilisation et la Politique de confidentialité',
    );
    await box.click(box.find('#consent'));
    await box.click(box.sendButton);
    expect((await box.event('error'))['message']).to.equal(fr.errors['mobile-invalid']);
    await soon(() => shownErrors(box)[0] === fr.errors['mobile-invalid'], 'the error shows');
    box.element.lang = 'ar';
    await box.element.updateComplete;
    expect(shownErrors(box)).to.deep.equal([ar.errors['mobile-invalid']]);
    box.element.languages = null;
    await box.element.updateComplete;
    expect(shownErrors(box)).to.deep.equal(['Enter a valid mobile number.']);
    expect(box.mobile.value).to.equal('138');
  });

  it('promise A7: messages win over them, at any depth', async () => {
    const box = await boxIn('fr');
    box.element.messages = {
      getCode: 'Vite !',
      methods: { sms: { button: 'Entrer' } },
      errors: { 'mobile-invalid': 'Hein ?' },
    };
    await box.element.updateComplete;
    expect([spoken(box), box.sendButton.textContent.trim()]).to.deep.equal(['Entrer', 'Vite !']);
    expect(box.root.querySelector('label')?.textContent).to.equal(fr.mobile);
    await box.click(box.submitButton);
    expect((await box.event('error'))['message']).to.equal('Hein ?');
  });

  it('promise F1: that are set before the element is defined are kept', async () => {
    const element = Object.assign(document.createElement('early-login'), { languages: [fr], lang: 'fr' });
    document.body.append(element);
    const { defineCiamLogin } = await import('../../../src/entries/element.ts');
    defineCiamLogin('early-login');
    const text = () => element.shadowRoot?.querySelector('.main')?.textContent.trim();
    await soon(text, 'it is drawn');
    expect(text()).to.equal('Se connecter');
    element.remove();
  });

  for (const [lang, wire] of [
    ['zh-TW', 'zh'],
    ['zh-HK', 'zh'],
    ['fr', 'en'],
    ['ar', 'en'],
  ] as const)
    it(`promise N10: the server is asked for ${wire} in ${lang}`, async () => {
      const box = await boxIn(lang, [zhTw, fr, ar]);
      fill(box.mobile, '13800138000');
      await box.click(box.sendButton);
      await box.puzzleShown();
      const [call] = await requests(box, 'captcha');
      expect(call?.headers['x-l']).to.equal(wire);
    });

  it('what the server says in its own two languages is shown in those only', async () => {
    const box = await boxIn('fr');
    const json = { error_code: 'NEW.0001', error_msg: 'Because of the moon' };
    await ciam.fault('/api/v2/sdk/captcha', { kind: 'status', status: 400, json } as never);
    fill(box.mobile, '13800138000');
    await box.click(box.sendButton);
    expect((await box.event('error'))['message']).not.to.contain('moon');
  });
});
