import { expect } from '@open-wc/testing';
import { enLogin } from '../../../src/locales/en-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, focused, openPuzzle } from '../support/hands.ts';
import { listen } from '../support/live-regions.ts';
import { openLogin } from '../support/login-box.ts';
import { holdBack } from '../support/patch.ts';
import { quickCode } from '../support/quick-code.ts';
import { PATHS, press, putPiece, puzzleReady, solve, soon } from '../support/steps.ts';

describe('what is spoken, and where the focus is', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  it('promise A3: two live regions stand empty in the first render', async () => {
    const element = document.createElement('ciam-login');
    document.body.append(element);
    const first: string[] = [];
    await element.updateComplete;
    for (const region of element.renderRoot.querySelectorAll('[aria-live]'))
      first.push(`${region.getAttribute('aria-live') ?? ''}:${region.textContent}`);
    element.remove();
    expect(first).to.deep.equal(['polite:', 'assertive:']);
  });

  it('promise A3: the same error twice is announced twice', async () => {
    const box = await openLogin(ciam);
    const heard = listen(box);
    const error = `assertive: ${enLogin.errors['mobile-invalid']}`;
    for (const times of [1, 2]) {
      await box.click(box.submitButton);
      await soon(() => heard.filter((text) => text === error).length === times, `announced ${times} times`);
    }
    expect(heard.slice(heard.indexOf(error))).to.deep.equal([error, 'assertive: ', error]);
  });

  it('promise A3: progress is announced, the countdown is not', async () => {
    const box = await openLogin(ciam);
    const heard = listen(box);
    await quickCode(box, '12345678901');
    await soon(() => heard.includes(`polite: ${enLogin.codeSent}`), 'it is announced');
    await soon(() => box.sendButton.textContent.includes('59'), 'it counts down');
    expect(heard.join()).not.to.match(/\d/);
    const release = holdBack(PATHS.login);
    fill(box.code, '232326');
    await press('Enter');
    await soon(() => heard.includes(`polite: ${enLogin.submitting}`), 'it is announced');
    release();
    await soon(() => heard.includes(`polite: ${enLogin.done}`), 'it is announced');
  });

  it('promise A3: in the puzzle, the same wrong place twice is announced twice', async () => {
    const box = await openLogin(ciam);
    await openPuzzle(box);
    const heard = listen(box);
    for (const times of [1, 2]) {
      await putPiece(box, (await box.solution()) > 150 ? 30 : 240);
      await soon(() => box.puzzles.length === times + 1, 'another picture');
      await puzzleReady(box);
    }
    const wrong = `assertive: ${enLogin.errors['captcha-failed']}`;
    // WebKit may report one change of a text as two.
    const spoken = heard
      .filter((text) => text === wrong || text === 'assertive: ')
      .filter((text, i, all) => text !== all[i - 1]);
    expect(spoken).to.deep.equal([wrong, 'assertive: ', wrong]);
    expect(heard).to.include(`polite: ${enLogin.puzzleChecking}`);
  });

  it('promise A4: a button keeps the focus while it works', async () => {
    const box = await openLogin(ciam);
    await ciam.fault(PATHS.login, { kind: 'hang' });
    fill(box.mobile, '12345678901');
    fill(box.code, '232326');
    box.submitButton.focus();
    await press(' ');
    await soon(() => box.submitButton.getAttribute('aria-disabled') === 'true', 'it is under way');
    expect([focused() === box.submitButton, box.submitButton.disabled]).to.deep.equal([true, false]);
    expect(box.submitButton.textContent.trim(), 'its name stays').to.equal('Log in');
    expect(box.sendButton.getAttribute('aria-disabled')).to.equal('true');
  });

  it('promise A4: so does the one that asks for a code, once the puzzle is solved', async () => {
    const box = await openLogin(ciam);
    await ciam.fault(PATHS.send, { kind: 'hang' });
    fill(box.mobile, '13800138000');
    box.sendButton.focus();
    await press('Enter');
    await solve(box);
    await soon(() => !box.dialog, 'the puzzle is gone');
    expect(focused() === box.sendButton).to.equal(true);
    expect(box.sendButton.getAttribute('aria-disabled')).to.equal('true');
    expect([box.sendButton.disabled, box.sendButton.hasAttribute('data-busy')]).to.deep.equal([false, true]);
  });

  it('promise A4: fields can be read and changed while something is under way', async () => {
    const box = await openLogin(ciam);
    await ciam.fault(PATHS.login, { kind: 'hang' });
    fill(box.mobile, '12345678901');
    fill(box.code, '232326');
    await box.click(box.submitButton);
    await soon(() => box.submitButton.hasAttribute('data-busy'), 'it is under way');
    expect([box.mobile.disabled, box.mobile.readOnly, box.code.disabled]).to.deep.equal([
      false,
      false,
      false,
    ]);
  });
});
