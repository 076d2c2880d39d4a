import { expect } from '@open-wc/testing';
import type { LanguagePack } from '../../../src/entries/element.ts';
import { password } from '../../../src/methods/password.ts';
import { wechat } from '../../../src/methods/wechat.ts';
import { LoginElement } from '../../../src/ui/login-element.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { CONTINUED, atStep } from '../continued/continuations.ts';
import { sms } from '../continued/ways-in.ts';
import { fill, openPuzzle, puzzleNote } from '../support/hands.ts';
import { listen } from '../support/live-regions.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { announcedEscapees, escapees, pseudoPack, speak } from '../support/pseudo.ts';
import { PATHS, puzzleReady, putPiece, shownErrors, solve, soon } from '../support/steps.ts';
import { codeArrives, openTabs, providerOf } from '../support/tabs.ts';

class Others extends LoginElement {
  static override readonly loginMethods = [password, wechat];
}
customElements.define('pseudo-login', Others);

describe('promise A7: no text escapes translation', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let pack: LanguagePack;

  before(async () => {
    ciam = await startCiam();
    pack = await pseudoPack();
  });
  afterEach(() => ciam.reset());

  /** Nothing that is there now has escaped, nor anything that was announced. */
  function check({ root }: Pick<LoginBox, 'root'>, heard: readonly string[] = []): void {
    expect(escapees(root)).to.deep.equal([]);
    expect(announcedEscapees(heard)).to.deep.equal([]);
  }

  it('promise A7: at the start, with consent, calling codes and every tab; and in what they fail with', async () => {
    const provider = providerOf(() => Promise.reject(new Error('no')));
    const attributes = { 'terms-url': '/t', 'privacy-url': '/p', 'area-codes': '86,852' };
    const box = await openTabs(ciam, attributes, provider);
    await speak(box, pack);
    const heard = listen(box);
    for (const method of ['sms', 'alipay', 'one-click']) {
      box.element.method = method;
      await box.element.updateComplete;
      check(box);
      await codeArrives(box);
      await box.click(box.submitButton);
      await box.event('error', box.seen('error').length || 1);
      await soon(() => shownErrors(box).length, 'an error shows');
      check(box, heard);
    }
    box.find<HTMLInputElement>('#consent').checked = true;
    await box.click(box.submitButton);
    await soon(() => box.seen('error').at(-1)?.detail['code'] === 'one-click-failed', 'the carrier says no');
    await soon(() => heard.some((each) => each.startsWith('assertive: ⟦Tĥïš pĥöñé')), 'it is announced');
    check(box, heard);
  });

  it('promise A7: in the puzzle, with a wrong try, and when a code is sent, until the login is done', async () => {
    const box = await openLogin(ciam);
    await speak(box, pack);
    const heard = listen(box);
    await box.click(box.sendButton);
    await soon(() => shownErrors(box).length, 'a number is missing');
    check(box, heard);
    await openPuzzle(box);
    check(box);
    await putPiece(box, ((await box.solution()) + 90) % 200);
    await soon(() => puzzleNote(box).startsWith('⟦Tĥåt wåš ñöt'), 'it was wrong');
    check(box);
    await puzzleReady(box);
    await solve(box);
    await box.event('code-sent');
    await soon(() => /\d/.test(box.sendButton.textContent), 'it counts down');
    await soon(() => heard.some((each) => each.includes('ĥé çödé ïš')), 'it is announced');
    check(box, heard);
    await box.click(box.submitButton);
    await soon(() => shownErrors(box).length, 'the code is missing');
    check(box, heard);
    fill(box.code, (await ciam.code('13800138000')) ?? '');
    await box.click(box.submitButton);
    await box.event('success');
    await soon(() => heard.some((each) => each.includes('Yöü åré ļöğğéd')), 'it is announced');
    check(box, heard);
    expect(box.find('.done').textContent).to.contain('⟦');
  });

  it('promise A7: while the server wants to rest', async () => {
    await ciam.fault(PATHS.captcha, { kind: 'status', status: 429, headers: { 'Retry-After': '300' } });
    const box = await openLogin(ciam);
    await speak(box, pack);
    fill(box.mobile, '13800138000');
    await box.click(box.sendButton);
    const { message } = await box.event('error');
    expect(message).to.contain('5 minutes');
    await soon(() => box.sendButton.textContent.includes('5 min'), 'the button says so');
    check(box);
  });

  for (const { part, step } of CONTINUED)
    it(`promise A7: at ${step}, with an error`, async () => {
      const box = await sms.enter(ciam, part, { lang: pack.lang }, [pack]);
      const heard = listen(box);
      await atStep(box, step);
      await soon(() => box.root.querySelector('h2'), 'the step shows');
      check(box, heard);
      await box.click(box.submitButton);
      await soon(() => shownErrors(box).length, 'an error shows');
      const fresh = box.root.querySelector<HTMLInputElement>('#newPassword');
      if (fresh) fill(fresh, 'abcDEF123');
      await box.element.updateComplete;
      check(box, heard);
      if (step !== 'bind') return;
      await box.click(box.find('.plain'));
      await soon(() => box.root.querySelector('#email'), 'the field is there');
      check(box, heard);
      await box.click(box.sendButton);
      await soon(() => shownErrors(box).length, 'an error shows');
      check(box, heard);
    });

  it('promise A7: with a password and with WeChat', async () => {
    const element = new Others();
    // A scope that there is not, or WeChat's button would leave the page.
    const attributes = { 'client-id': 'a', 'wechat-app-id': 'wx0123456789abcdef', 'wechat-scope': 'none' };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
    try {
      await speak({ element: element as unknown as LoginBox['element'] }, pack);
      const root = element.renderRoot as ShadowRoot;
      for (const method of ['password', 'wechat']) {
        element.method = method;
        await element.updateComplete;
        check({ root });
        root.querySelector<HTMLElement>('.main')?.click();
        await soon(() => root.querySelector('.error:not(:empty)'), 'an error shows');
        check({ root });
      }
    } finally {
      element.remove();
    }
  });

  it('promise A7: and what does is seen', async () => {
    const box = await openLogin(ciam);
    await speak(box, { ...pack, getCode: 'Get code' });
    expect(escapees(box.root)).to.deep.equal(['+86 Get code']);
    await speak(box, pack);
    box.mobile.title = 'Number';
    expect(escapees(box.root)).to.deep.equal(['Number']);
    expect(announcedEscapees(['polite: ⟦Ñö⟧', 'polite: ⟦Ñö⟧ yes', 'assertive: '])).to.deep.equal(['yes']);
  });
});
