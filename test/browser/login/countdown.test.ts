import { expect } from '@open-wc/testing';
import { enForm } from '../../../src/locales/en-form.ts';
import { enLogin } from '../../../src/locales/en-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, loaded } from '../support/hands.ts';
import { LoginBox, openLogin } from '../support/login-box.ts';
import { patch, unpatch } from '../support/patch.ts';
import { quickCode, solverOf } from '../support/quick-code.ts';
import { PATHS, requests, soon } from '../support/steps.ts';

const NUMBER = '13800138000';
const KEY = 'ciam-login:resend:demo-client:LOGIN_SMS';

/** Moves the page's clock; the widget reads it anew each time it draws. */
function moveClock(ms: number): void {
  const { now } = Date;
  patch(Date, 'now', { value: () => now() + ms });
}

/** Seconds on the button; 0 when it offers a code. */
function secondsShown(box: LoginBox): number {
  const text = box.sendButton.textContent.trim();
  const seconds = /\d+/.exec(text)?.[0] ?? '0';
  expect(text).to.equal(
    seconds === '0' ? enForm.getCode : enLogin.resendIn.replace('{seconds}', `${seconds} sec`),
  );
  return Number(seconds);
}

/** Has the box draw itself again. */
async function redraw(box: LoginBox): Promise<void> {
  window.dispatchEvent(new Event('pageshow'));
  await box.element.updateComplete;
}

describe('promise O5: the countdown', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    unpatch();
    await ciam.reset();
  });

  it('starts when the server has accepted, and counts', async () => {
    const box = await openLogin(ciam);
    await quickCode(box, NUMBER);
    await box.element.updateComplete;
    const first = secondsShown(box);
    expect(first).to.be.within(55, 60);
    expect(box.sendButton.getAttribute('aria-disabled')).to.equal('true');
    expect(box.sendButton.closest('[aria-live], [role=timer], [role=status]') === null).to.equal(true);
    await soon(() => secondsShown(box) < first, 'it counts by itself');
    await box.click(box.sendButton);
    expect(await requests(box, 'captcha')).to.have.length(1);
  });

  it('does not start when the server refused', async () => {
    const box = await openLogin(ciam);
    await loaded(box);
    await ciam.fault(PATHS.send, { kind: 'status', status: 500 });
    box.element.solveCaptcha = solverOf(ciam);
    fill(box.mobile, NUMBER);
    await box.click(box.sendButton);
    await box.event('error');
    await redraw(box);
    expect(secondsShown(box)).to.equal(0);
    expect(localStorage.getItem(KEY)).to.equal(null);
    await ciam.clearFaults();
    await quickCode(box, NUMBER);
  });

  it('is right after a sleep, and over when its moment has come', async () => {
    const box = await openLogin(ciam);
    await quickCode(box, NUMBER);
    moveClock(45_000);
    await redraw(box);
    expect(secondsShown(box)).to.be.within(14, 15);
    moveClock(15_500);
    await redraw(box);
    expect(secondsShown(box)).to.equal(0);
    expect(box.sendButton.hasAttribute('aria-disabled')).to.equal(false);
    await quickCode(box, NUMBER);
    expect(secondsShown(box)).to.be.within(55, 60);
  });

  it('is never longer than a minute, also when the clock is set back', async () => {
    const box = await openLogin(ciam);
    await quickCode(box, NUMBER);
    moveClock(-86_400_000);
    await redraw(box);
    expect(secondsShown(box)).to.be.within(59, 60);
    moveClock(50_000);
    await redraw(box);
    expect(secondsShown(box)).to.be.within(9, 10);
  });

  it('outlives a reload: another box on the same storage shows it, before a number is typed', async () => {
    const first = await openLogin(ciam);
    await quickCode(first, NUMBER);
    const element = document.createElement('ciam-login');
    for (const { name, value } of [...first.element.attributes]) element.setAttribute(name, value);
    first.element.replaceWith(element);
    await element.updateComplete;
    const second = new LoginBox(element, ciam, []);
    await soon(() => secondsShown(second) > 55, 'it shows the countdown');
    expect(second.mobile.value).to.equal('');
  });

  it('starts in this tab when another tab sends a code', async () => {
    const box = await openLogin(ciam);
    await quickCode(box, NUMBER);
    await soon(() => box.find('.spoken').textContent, 'nothing else draws the box again');
    const kept = localStorage.getItem(KEY) ?? '';
    localStorage.removeItem(KEY);
    await redraw(box);
    expect(secondsShown(box)).to.equal(0);
    const tab = document.createElement('iframe');
    box.element.after(tab);
    tab.contentWindow!.localStorage.setItem(KEY, kept); // fires a real `storage` event here
    await soon(() => secondsShown(box) > 45, 'it shows the countdown', 5000);
  });

  it('shows in a box that is pressed after another on the page has sent a code', async () => {
    const sender = await openLogin(ciam);
    const box = await openLogin(ciam);
    await loaded(box);
    await quickCode(sender, NUMBER);
    expect(secondsShown(box)).to.equal(0);
    await box.click(box.sendButton);
    await soon(() => secondsShown(box) > 55, 'the press is answered');
    expect(box.seen('error')).to.deep.equal([]);
  });

  it('holds for its own number only', async () => {
    const box = await openLogin(ciam);
    await quickCode(box, NUMBER);
    fill(box.mobile, '12345678901');
    await box.element.updateComplete;
    expect(secondsShown(box)).to.equal(0);
    fill(box.mobile, '+86 138 0013 8000');
    await box.element.updateComplete;
    expect(secondsShown(box)).to.be.within(50, 60);
    await quickCode(box, '12345678901');
    expect((await ciam.inbox()).map(({ to }) => to)).to.deep.equal([NUMBER, '12345678901']);
  });

  it('keeps no number in storage', async () => {
    const box = await openLogin(ciam);
    await quickCode(box, NUMBER);
    const [moment = '', tag = '', ...rest] = (localStorage.getItem(KEY) ?? '').split('.');
    expect(Number(moment)).to.be.closeTo(Date.now() + 60_000, 5000);
    expect(Number(tag)).to.be.within(0, 255); // too little to be turned back into a number
    expect(rest).to.deep.equal([]);
    expect(JSON.stringify(Object.entries(localStorage))).not.to.contain(NUMBER.slice(3));
  });
});
