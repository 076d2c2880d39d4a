import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import { enLogin } from '../../../src/locales/en-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { focused, has, openPuzzle, pieceX, puzzleNote } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { PATHS, press, putPiece, puzzleReady, requests, shownErrors, solve, soon } from '../support/steps.ts';

describe('the puzzle: right, wrong, or given up', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    box = await openLogin(ciam);
  });
  afterEach(async () => {
    await resetMouse();
    await ciam.reset();
  });

  const button = (text: string) =>
    [...box.root.querySelectorAll('dialog button')].find((each) => each.textContent.trim() === text) as
      HTMLButtonElement | undefined;

  for (const [lang, title] of [
    ['en', 'Drag the piece into place'],
    ['zh-CN', '拖动滑块完成拼图'],
  ] as const) {
    // prettier-ignore
    it(`is a modal dialog with a name (${lang})`, async () => {
      box.element.lang = lang;
      await openPuzzle(box);
      expect(box.dialog?.matches(':modal')).to.equal(true);
      const name = box.root.getElementById(box.dialog?.getAttribute('aria-labelledby') ?? '');
      expect(name?.textContent).to.equal(title);
      box.code.focus();
      expect(focused() === box.slider, 'the form behind it is out of reach').to.equal(true);
    });
  }

  it('a wrong place: says so, one event, another picture; then the right one', async () => {
    await openPuzzle(box);
    await putPiece(box, (await box.solution()) > 150 ? 30 : 240);
    const error = await box.event('error');
    expect([error['code'], error['step'], error['serverCode']]).to.deep.equal([
      'captcha-failed',
      'captcha',
      'IDAAS.SDK.CAPTCHA.0002',
    ]);
    await soon(() => box.puzzles.length === 2, 'another picture');
    await puzzleReady(box);
    expect(puzzleNote(box)).to.equal(error['message']);
    expect([pieceX(box), focused() === box.slider]).to.deep.equal([0, true]);
    await solve(box);
    await box.event('code-sent');
    expect(box.seen('error').length).to.equal(1);
    expect(has(box, 'dialog')).to.equal(false);
    expect(shownErrors(box)).to.deep.equal([]);
  });

  it('too late: says so, another picture, and that one works', async () => {
    await openPuzzle(box);
    await ciam.advance(125_000);
    await putPiece(box, await box.solution());
    expect((await box.event('error'))['code']).to.equal('captcha-expired');
    await soon(() => box.puzzles.length === 2, 'another picture');
    await puzzleReady(box);
    expect(puzzleNote(box)).to.equal(enLogin.errors['captcha-expired']);
    await solve(box);
    await box.event('code-sent');
    expect(box.seen('error').length).to.equal(1);
  });

  it('another picture on request, without an event', async () => {
    await openPuzzle(box);
    await press('PageUp');
    await box.click(button('New picture')!);
    await soon(() => box.puzzles.length === 2, 'another picture');
    await puzzleReady(box);
    expect([pieceX(box), puzzleNote(box)]).to.deep.equal([0, '']);
    expect(box.seen('error')).to.deep.equal([]);
    expect(await requests(box, 'verify')).to.deep.equal([]);
    await solve(box);
    await box.event('code-sent');
  });

  it('cancelled: one event, no word about it, the focus back on the button', async () => {
    await openPuzzle(box);
    await box.click(button('Cancel')!);
    const { code, step, retryable } = await box.event('error');
    expect([code, step, retryable]).to.deep.equal(['captcha-cancelled', 'captcha', false]);
    await soon(() => focused() === box.sendButton, 'the focus is back');
    expect(has(box, 'dialog')).to.equal(false);
    expect(shownErrors(box)).to.deep.equal([]);
    expect(box.sendButton.hasAttribute('aria-disabled')).to.equal(false);
    expect(box.mobile.value).to.equal('13800138000');
    await openPuzzle(box);
    await solve(box);
    await box.event('code-sent');
    expect(box.seen('error').length).to.equal(1);
  });

  it('cancelled while a place is being checked: the call ends with it', async () => {
    await ciam.fault(PATHS.verify, { kind: 'hang' });
    await openPuzzle(box);
    await putPiece(box, 100);
    await soon(() => box.slider.getAttribute('aria-disabled') === 'true', 'it is being checked');
    await press('Escape');
    expect((await box.event('error'))['code']).to.equal('captcha-cancelled');
    await ciam.clearFaults();
    await openPuzzle(box);
    await solve(box);
    await box.event('code-sent');
    expect(box.seen('error').length).to.equal(1);
  });
});
