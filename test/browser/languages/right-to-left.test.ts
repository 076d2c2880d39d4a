import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { ar } from '../../../src/locales/ar.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { CONTINUED, atStep } from '../continued/continuations.ts';
import { sms } from '../continued/ways-in.ts';
import { fill, focused, openPuzzle, pieceX } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { overflowing } from '../support/overflow.ts';
import { speak } from '../support/pseudo.ts';
import { quickCode } from '../support/quick-code.ts';
import { press, shownErrors, solve, soon } from '../support/steps.ts';
import { openTabs, tabsOf } from '../support/tabs.ts';

const CONSENT = { 'terms-url': '/t', 'privacy-url': '/p' };

describe('promise A7: from right to left', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    await setViewport({ width: 800, height: 600 });
    document.documentElement.removeAttribute('dir');
    await ciam.reset();
  });

  const directionOf = (element: Element) => getComputedStyle(element).direction;
  const edge = (element: Element) => element.getBoundingClientRect();

  it('promise A7: the box says its language and its direction, and is mirrored', async () => {
    const box = await openLogin(ciam, CONSENT);
    const isLeft = () => edge(box.sendButton).left < edge(box.code).left;
    const boxLeft = () => edge(box.find('#consent')).left < edge(box.find('.consent label')).left;
    expect([isLeft(), boxLeft(), box.find('.box').hasAttribute('dir')]).to.deep.equal([false, true, false]);
    await speak(box, ar);
    expect(['lang', 'dir'].map((name) => box.find('.box').getAttribute(name))).to.deep.equal(['ar', 'rtl']);
    expect([isLeft(), boxLeft()]).to.deep.equal([true, false]);
    box.element.lang = 'en';
    await box.element.updateComplete;
    expect(isLeft()).to.equal(false);
    document.documentElement.dir = 'rtl';
    expect(isLeft(), 'in a page of that direction').to.equal(true);
  });

  it('promise A7: a `dir` on the element itself has the last word, in the puzzle too; one around it has not', async () => {
    const box = await openLogin(ciam, { lang: 'ar', dir: 'ltr' }, [ar]);
    await openPuzzle(box);
    const directions = () => [box.find('form'), box.find('#puzzle-help')].map(directionOf).join();
    expect(directions()).to.equal('ltr,ltr');
    await press('Escape');
    await box.event('error');
    const directionNow = async () => {
      await box.element.updateComplete;
      return directionOf(box.find('form'));
    };
    box.element.removeAttribute('dir');
    document.documentElement.dir = 'ltr';
    expect(await directionNow()).to.equal('rtl');
    box.element.dir = 'ltr';
    expect([await directionNow(), box.element.getAttribute('dir')]).to.deep.equal(['ltr', 'ltr']);
    box.element.lang = 'en';
    box.element.dir = 'rtl';
    expect(await directionNow()).to.equal('rtl');
  });

  it('promise A7: numbers, codes and addresses are written from left to right', async () => {
    const box = await openLogin(ciam);
    await speak(box, ar);
    expect([box.mobile, box.code].map(directionOf)).to.deep.equal(['ltr', 'ltr']);
    expect(edge(box.find('#area-code')).right <= edge(box.mobile).left + 1, '+86 before the number').to.equal(
      true,
    );
    expect(directionOf(box.find('#area-code'))).to.equal('ltr');
    expect(directionOf(box.sendButton)).to.equal('rtl');
  });

  it('promise A7, A2: the arrow keys of the tabs are mirrored', async () => {
    const box = await openTabs(ciam);
    await speak(box, ar);
    const [first, second] = tabsOf(box) as [HTMLElement, HTMLElement];
    expect(edge(first).left > edge(second).left).to.equal(true);
    first.focus();
    await press('ArrowLeft');
    expect(focused() === second).to.equal(true);
    await press('ArrowRight');
    expect(focused() === first).to.equal(true);
  });

  it('promise A7, A6: the puzzle stays as its picture is; its keys, too', async () => {
    const box = await openLogin(ciam);
    await speak(box, ar);
    await openPuzzle(box);
    expect(['lang', 'dir'].map((name) => box.dialog?.getAttribute(name))).to.deep.equal(['ar', 'rtl']);
    expect(['.picture', '.track'].map((name) => directionOf(box.find(name)))).to.deep.equal(['ltr', 'ltr']);
    expect(directionOf(box.find('#puzzle-help'))).to.equal('rtl');
    const { left } = edge(box.slider);
    await press('ArrowRight');
    await press('PageUp');
    expect(pieceX(box)).to.equal(11);
    expect(edge(box.slider).left > left).to.equal(true);
    await press('ArrowLeft');
    expect(pieceX(box)).to.equal(10);
    await solve(box);
    await box.event('code-sent');
  });

  it('promise A5, A7: nothing overflows a window of 320 pixels', async () => {
    await setViewport({ width: 320, height: 640 });
    const box = await openTabs(ciam, { ...CONSENT, 'area-codes': '86,852' });
    await speak(box, ar);
    for (const method of ['one-click', 'alipay', 'sms']) {
      box.element.method = method;
      await box.element.updateComplete;
      expect(overflowing(box), method).to.deep.equal([]);
    }
    await box.click(box.submitButton);
    await soon(() => shownErrors(box).length, 'an error shows');
    expect(overflowing(box), 'with an error').to.deep.equal([]);
    box.find<HTMLInputElement>('#consent').checked = true;
    await openPuzzle(box);
    expect(overflowing(box), 'with the puzzle').to.deep.equal([]);
    await press('Escape');
    await quickCode(box, '13800138000');
    await soon(() => /\p{N}/u.test(box.sendButton.textContent), 'it counts down');
    expect(overflowing(box), 'counting down').to.deep.equal([]);
    Object.assign(box.find('.main'), { textContent: 'W'.repeat(60) }).style.whiteSpace = 'nowrap';
    expect(overflowing(box), 'a canary').not.to.deep.equal([]);
  });

  for (const { part, step } of CONTINUED)
    it(`promise A5, A7: nor at ${step}; axe finds nothing`, async () => {
      await setViewport({ width: 320, height: 640 });
      const box = await sms.enter(ciam, part, { lang: 'ar' }, [ar]);
      await atStep(box, step);
      await soon(() => box.root.querySelector('h2'), 'the step shows');
      const fresh = box.root.querySelector<HTMLInputElement>('#newPassword');
      if (fresh) fill(fresh, 'abc');
      await box.click(box.submitButton);
      await soon(() => shownErrors(box).length, 'an error shows');
      expect(overflowing(box)).to.deep.equal([]);
      await expect(box.element).to.be.accessible();
      if (step === 'mfa') expect(box.find('.hint').textContent).to.match(/\u2066[\d*]+\u2069/);
    });
});
