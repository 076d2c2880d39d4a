import { aTimeout, expect } from '@open-wc/testing';
import { fr } from '../../../src/locales/fr.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { soon } from '../support/steps.ts';
import { codeArrives } from '../support/tabs.ts';

describe('promise A7: the nearest lang is followed while the page changes', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let pageLanguage: string;

  before(async () => {
    ciam = await startCiam();
    pageLanguage = document.documentElement.lang;
  });
  afterEach(() => {
    document.documentElement.lang = pageLanguage;
  });

  async function open(): Promise<LoginBox> {
    document.documentElement.lang = 'en';
    const box = await openLogin(ciam);
    box.element.languages = [fr];
    box.element.removeAttribute('lang');
    await codeArrives(box);
    return box;
  }
  const says = (box: LoginBox, text: string) =>
    soon(() => box.submitButton.textContent.trim() === text, `it says ${text}`, 2000);

  it('promise A7: that of the page, of something between, and of a host of a shadow root', async () => {
    const box = await open();
    await says(box, 'Log in');
    document.documentElement.lang = 'zh-CN';
    await says(box, '登录');
    const outer = document.createElement('section');
    const inner = document.createElement('div');
    box.element.before(outer);
    outer.append(inner);
    inner.attachShadow({ mode: 'open' }).append(box.element);
    await says(box, '登录');
    outer.lang = 'fr';
    await says(box, 'Se connecter');
    inner.lang = 'en';
    await says(box, 'Log in');
    inner.removeAttribute('lang');
    await says(box, 'Se connecter');
    outer.removeAttribute('lang');
    await says(box, '登录');
    outer.remove();
  });

  it('its own comes first', async () => {
    const box = await open();
    box.element.lang = 'fr';
    document.documentElement.lang = 'zh-CN';
    await says(box, 'Se connecter');
    box.element.removeAttribute('lang');
    await says(box, '登录');
  });

  it('promise N9: nothing is watched any more once it is gone', async () => {
    const box = await open();
    box.element.remove();
    await aTimeout(50);
    let drawn = 0;
    box.element.addController({
      hostUpdate() {
        drawn++;
      },
    });
    document.documentElement.lang = 'zh-CN';
    await aTimeout(50);
    expect(drawn).to.equal(0);
  });
});
