import { expect } from '@open-wc/testing';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { LANGUAGES, complaints } from '../support/axe.ts';
import { fill, openPuzzle } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { PATHS, press, putPiece, puzzleReady, shownErrors, solve, soon } from '../support/steps.ts';
import { TAB_NAMES, openTab, openTabs } from '../support/tabs.ts';
import { faultsOnTheWay, look } from './look.ts';

/** All that a form for a number can have on it. */
const EVERYTHING = { 'terms-url': '/t', 'privacy-url': '/p', 'area-codes': '86,852' };

/** A calling code is a sign first; the choice of one comes with the login's code. */
function complete(box: LoginBox): Promise<void> {
  box.element.focus();
  return soon(() => box.root.querySelector('select'), 'all of it is there');
}

describe('promise A1: nobody is shut out of the form', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  it('promise A1: axe finds nothing, and the focus can be seen, from the empty form to the end', async () => {
    const box = await openLogin(ciam, EVERYTHING, LANGUAGES);
    await complete(box);
    await look(box, 'empty');
    await box.click(box.submitButton);
    await soon(() => shownErrors(box).length, 'an error shows');
    await look(box, 'no number');
    fill(box.mobile, '12345678901');
    fill(box.code, '232326');
    await box.click(box.submitButton);
    await soon(() => box.find('#consent').getAttribute('aria-invalid') === 'true', 'consent is missing');
    await look(box, 'no consent');
    await box.click(box.find('#consent'));
    await ciam.fault(PATHS.login, { kind: 'status', status: 500 });
    await box.click(box.submitButton);
    await soon(() => box.find('#form-error').textContent, 'the server has failed');
    await look(box, 'a failure');
    await ciam.clearFaults();
    await openPuzzle(box, '12345678901');
    await solve(box);
    await box.event('code-sent');
    await look(box, 'a code is on its way');
    await box.click(box.submitButton);
    await soon(() => box.root.querySelector('.done'), 'it is done');
    await look(box, 'done');
  });

  for (const lang of ['en', 'zh-CN', 'ar'])
    it(`promise A1: nor in the puzzle, and after a wrong place (${lang})`, async () => {
      const box = await openLogin(ciam, { lang }, LANGUAGES);
      await openPuzzle(box);
      await look(box, 'the puzzle');
      await putPiece(box, (await box.solution()) > 150 ? 30 : 240);
      await soon(() => box.puzzles.length === 2, 'another picture');
      await puzzleReady(box);
      await look(box, 'a wrong place');
    });

  it('promise A1: nor on any tab', async () => {
    const box = await openTabs(ciam, EVERYTHING);
    box.element.languages = LANGUAGES;
    for (const name of TAB_NAMES.en) {
      await openTab(box, name);
      await look(box, name);
    }
  });

  it('promise A1, A6: the slider shows its focus when it is moved by keys after a press of the mouse', async () => {
    const box = await openLogin(ciam);
    await openPuzzle(box);
    await press('ArrowRight');
    expect(getComputedStyle(box.slider).outlineStyle).to.equal('solid');
  });

  it('canary: axe sees inside, in the form and in the puzzle, and the rules of WCAG 2.2', async () => {
    const box = await openLogin(ciam);
    await openPuzzle(box);
    box.slider.removeAttribute('aria-label');
    expect((await complaints(box)).join()).to.contain('aria-input-field-name');
    await press('Escape');
    await box.event('error');
    box.find('label').remove();
    expect((await complaints(box)).join()).to.contain('label: ciam-login,#mobile');
    box.element.style.setProperty('--ciam-text', '#ccc');
    expect((await complaints(box)).join()).to.contain('color-contrast');
  });

  it('canary: a ring of the surface’s colour is found, one that is thin, one that is not there, and one too many', async () => {
    const box = await openLogin(ciam, EVERYTHING);
    await complete(box);
    const all = (await faultsOnTheWay(box)).length;
    expect(all).to.equal(0);
    box.element.style.setProperty('--ciam-focus', 'var(--ciam-surface, Canvas)');
    box.element.style.setProperty('--ciam-surface', 'light-dark(#fff, #16181d)');
    const faults = await faultsOnTheWay(box);
    expect(faults.filter((fault) => fault.includes('contrast 1.00')).length).to.equal(faults.length);
    expect(faults.length, 'each of the eight, in both schemes').to.equal(16);
    box.element.removeAttribute('style');
    box.submitButton.style.outlineWidth = '1px';
    box.sendButton.style.outline = 'none';
    box.code.tabIndex = -1;
    box.find('#form-error').style.outline = 'solid red';
    const found = (await faultsOnTheWay(box)).join('\n');
    for (const fault of [
      /code: the key does not come there/,
      /Log in, dark: 1px thick/,
      /Get code, light: no ring/,
      /a ring around form-error/,
    ])
      expect(found).to.match(fault);
  });
});
