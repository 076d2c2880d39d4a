import { aTimeout, expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { middle } from '../support/hands.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { PATHS, press, puzzleReady, requests, soon } from '../support/steps.ts';

describe('promise N8: one request', function () {
  this.timeout(30_000);
  let ciam: Ciam;
  let box: LoginBox;

  before(async () => {
    ciam = await startCiam();
  });
  beforeEach(async () => {
    await ciam.reset();
    await ciam.fault('*', { kind: 'delay', ms: 300 });
    box = await openLogin(ciam);
    await box.type(box.mobile, FIXED_MOBILE);
  });
  afterEach(async () => {
    await resetMouse();
  });

  async function clickAgainAndAgain(target: HTMLElement): Promise<void> {
    const position = middle(target);
    for (const type of ['move', 'click', 'click', 'click'] as const) await sendMouse({ type, position });
  }

  async function expectOneLogin(): Promise<void> {
    await box.event('success');
    expect(await requests(box, 'login')).to.have.length(1);
    expect(box.seen('success')).to.have.length(1);
    expect(box.seen('error')).to.deep.equal([]);
  }

  it('for a double and a triple click on "Log in"', async () => {
    await box.type(box.code, FIXED_CODE);
    await clickAgainAndAgain(box.submitButton);
    await expectOneLogin();
  });

  it('for Enter and then a click, and a click and then Enter', async () => {
    await ciam.fault(PATHS.login, { kind: 'delay', ms: 1500 }); // longer than a slow machine takes for three presses
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await box.click(box.submitButton);
    await press('Enter');
    await expectOneLogin();
  });

  it('for an Enter that is held in a field, also after the answer has come', async () => {
    await ciam.fault(PATHS.login, { kind: 'empty', status: 503 });
    await box.type(box.code, FIXED_CODE);
    // A real keyboard repeats the key while it is down; each is a `keydown` with `repeat`.
    for (let i = 0; i < 5; i++) await sendKeys({ down: 'Enter' });
    await box.event('error');
    for (let i = 0; i < 5; i++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await aTimeout(50);
    expect(await requests(box, 'login')).to.have.length(1);
    expect(box.seen('error')).to.have.length(1);
  });

  it('for clicks on "Get code": one puzzle', async () => {
    await ciam.fault(PATHS.captcha, { kind: 'delay', ms: 600 });
    // The puzzle opens under the mouse; a click on the page behind it must not count either.
    await clickAgainAndAgain(box.sendButton);
    await puzzleReady(box);
    expect(await requests(box, 'captcha')).to.have.length(1);
  });

  it('for an Enter that is held on the slider, in a wrong place', async () => {
    await press('Enter');
    await puzzleReady(box);
    for (let i = 0; i < 5; i++) await sendKeys({ down: 'Enter' });
    await box.event('error');
    await puzzleReady(box);
    for (let i = 0; i < 5; i++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await aTimeout(50);
    expect(await requests(box, 'verify')).to.have.length(1);
  });

  it('for everything that is pressed while the puzzle is checked', async () => {
    await ciam.fault(PATHS.verify, { kind: 'delay', ms: 2000 });
    await press('Enter');
    await puzzleReady(box);
    await press('End');
    await press('Enter');
    await press('Enter');
    await clickAgainAndAgain(box.find('.check'));
    await box.event('error');
    expect(await requests(box, 'verify')).to.have.length(1);
    expect(await requests(box, 'captcha')).to.have.length.within(1, 2);
  });

  it('no other while one is pending: no code is asked for during a login', async () => {
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await soon(() => box.submitButton.hasAttribute('data-busy'), 'the login is under way');
    await box.click(box.sendButton);
    await expectOneLogin();
    expect(await requests(box, 'captcha')).to.deep.equal([]);
  });

  it('an answer that comes after reset() changes nothing', async () => {
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await soon(async () => (await requests(box, 'login')).length > 0, 'the request is out');
    box.element.reset();
    await aTimeout(500);
    expect(box.events).to.deep.equal([]);
    expect(box.submitButton.getAttribute('aria-disabled')).to.be.null;
    expect(box.mobile.value + box.code.value).to.equal('');
  });

  it('a puzzle that comes after reset() does not open, and one that is open closes', async () => {
    await press('Enter');
    await soon(() => box.dialog, 'the puzzle opens');
    box.element.reset();
    await aTimeout(500);
    expect(box.dialog).to.be.null;
    expect(box.seen('error')).to.deep.equal([]);
  });
});
