import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { enLogin } from '../../../src/locales/en-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { chord, descriptionOf, fill, focused, has, openPuzzle, pieceX } from '../support/hands.ts';
import { solveByKeys } from '../support/keyboard.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { holdBack } from '../support/patch.ts';
import { PATHS, press, puzzleReady, requests, soon } from '../support/steps.ts';

describe('by keyboard alone', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    await sendKeys({ up: 'Enter' });
    await ciam.reset();
  });

  it('a whole login: number, Enter, puzzle, code, Enter', async () => {
    const box = await openLogin(ciam, { 'terms-url': '/terms' });
    const before = document.createElement('button');
    box.element.before(before);
    before.focus();
    await press('Tab');
    expect(focused() === box.mobile).to.equal(true);
    const order: (string | undefined)[] = [];
    for (let stop = 0; stop < 5; stop++) {
      await press('Tab');
      order.push(focused()?.id || focused()?.textContent.trim());
    }
    expect(order).to.deep.equal(['code', 'Get code', 'consent', 'Terms of Service', 'Log in']);
    await chord('Shift', 'Tab');
    await chord('Shift', 'Tab');
    await press(' ');
    expect(box.find<HTMLInputElement>('#consent').checked).to.equal(true);
    for (let stop = 0; stop < 3; stop++) await chord('Shift', 'Tab');
    expect(focused() === box.mobile).to.equal(true);
    await sendKeys({ type: '12345678901' });
    await press('Enter');
    await solveByKeys(box);
    await box.event('code-sent');
    await soon(() => focused() === box.code, 'the focus goes to the code');
    await sendKeys({ type: '232326' });
    await press('Enter');
    await box.event('success');
    await soon(() => focused()?.className === 'done', 'the focus goes to what is said then');
    expect(box.seen('error')).to.deep.equal([]);
  });

  it('Space presses the buttons', async () => {
    const box = await openLogin(ciam);
    fill(box.mobile, '12345678901');
    fill(box.code, '232326');
    box.submitButton.focus();
    await press(' ');
    await box.event('success');
  });

  it('promise N8: Enter that is held asks once, and does not solve the puzzle', async () => {
    const box = await openLogin(ciam);
    fill(box.mobile, '13800138000');
    box.mobile.focus();
    for (let times = 0; times < 4; times++) await sendKeys({ down: 'Enter' });
    await puzzleReady(box);
    for (let times = 0; times < 3; times++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    expect(box.dialog?.open).to.equal(true);
    expect(await requests(box, 'captcha')).to.have.length(1);
    expect(await requests(box, 'verify')).to.deep.equal([]);
    expect(box.events.map(({ type }) => type)).to.deep.equal(['step']);
  });

  it('promise N8: Enter that is held logs in once, and is refused once', async () => {
    const box = await openLogin(ciam);
    fill(box.mobile, '13800138000');
    fill(box.code, '000000');
    box.code.focus();
    for (let times = 0; times < 6; times++) await sendKeys({ down: 'Enter' });
    await box.event('error');
    for (let times = 0; times < 3; times++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    expect(await requests(box, 'login')).to.have.length(1);
    expect(box.seen('error').length).to.equal(1);
  });

  it('promise N8: Enter and a click while a login is under way change nothing', async () => {
    const box = await openLogin(ciam);
    const release = holdBack(PATHS.login);
    fill(box.mobile, '12345678901');
    fill(box.code, '232326');
    await box.click(box.submitButton);
    await soon(() => box.submitButton.getAttribute('aria-disabled') === 'true', 'it is under way');
    await box.click(box.submitButton);
    await box.click(box.sendButton);
    box.code.focus();
    await press('Enter');
    expect(has(box, 'dialog')).to.equal(false);
    release();
    await box.event('success');
    expect(await requests(box, 'login')).to.have.length(1);
  });
});

describe('promise A6: the puzzle, by keyboard', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    box = await openLogin(ciam);
    await openPuzzle(box);
  });
  afterEach(() => ciam.reset());

  it('opens with the focus on a slider that says what it is', () => {
    const { slider } = box;
    expect(focused() === slider).to.equal(true);
    const names = ['aria-label', 'aria-valuemin', 'aria-valuemax', 'aria-valuenow', 'tabindex'];
    const values = names.map((name) => slider.getAttribute(name));
    expect(values).to.deep.equal([enLogin.puzzleSlider, '0', '263', '0', '0']);
    expect(descriptionOf(box, slider)[0]).to.contain('arrow keys');
  });

  it('arrows move by one, Page Up and Down by ten, Home and End to the ends', async () => {
    const seen: string[] = [];
    const keys =
      'ArrowRight ArrowUp PageUp ArrowLeft ArrowDown PageUp PageDown Home ArrowLeft End ArrowRight PageDown';
    for (const key of keys.split(' ')) {
      await press(key);
      seen.push(`${key} ${String(pieceX(box))}`);
    }
    expect(seen.join(', ')).to.equal(
      'ArrowRight 1, ArrowUp 2, PageUp 12, ArrowLeft 11, ArrowDown 10, PageUp 20, PageDown 10, ' +
        'Home 0, ArrowLeft 0, End 263, ArrowRight 263, PageDown 253',
    );
    expect(await requests(box, 'verify'), 'only Enter checks').to.deep.equal([]);
  });

  it('Enter checks', async () => {
    const x = await box.solution();
    for (let tens = Math.round(x / 10); tens > 0; tens--) await press('PageUp');
    await press('Enter');
    await box.event('code-sent');
    const [check] = await requests(box, 'verify');
    const point = `{"x":${String(Math.round(x / 10) * 10)}.0,"y":5.0}`;
    expect((check!.body as { point_json: string }).point_json).to.equal(point);
  });

  it('Tab goes round within it: to the buttons, and not to the form', async () => {
    const seen = new Set<string>();
    for (let step = 0; step < 4; step++) {
      seen.add(focused()?.textContent.trim() ?? '');
      await press('Tab');
    }
    expect([...seen].sort()).to.deep.equal(['', 'Cancel', 'Check', 'New picture']);
    await chord('Shift', 'Tab');
    expect(Boolean(focused()?.closest('form'))).to.equal(false);
    // The last stop may have been the browser's own toolbar; keys would go there for the rest of the run.
    for (let step = 0; step < 20 && !document.hasFocus(); step++) await press('Tab');
  });

  it('Escape cancels', async () => {
    await press('Escape');
    expect((await box.event('error'))['code']).to.equal('captcha-cancelled');
    await soon(() => focused() === box.sendButton, 'the focus is back');
    expect(has(box, 'dialog')).to.equal(false);
    expect(await requests(box, 'verify')).to.deep.equal([]);
  });
});
