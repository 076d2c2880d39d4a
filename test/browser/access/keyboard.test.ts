import { expect } from '@open-wc/testing';
import { TEST_PASSWORD } from '../../../demo/server/test-numbers.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { NEW_PASSWORD, OTHER_MOBILE, atStep, told } from '../continued/continuations.ts';
import { type Part, numberOf } from '../continued/ways-in.ts';
import { stayHere } from '../support/alipay.ts';
import { focused } from '../support/hands.ts';
import { comeTo, finishCode, getCodeByKeys, tabTo, typed } from '../support/keyboard.ts';
import { type LoginBox, openLogin } from '../support/login-box.ts';
import { press, soon } from '../support/steps.ts';
import { openTabs, providerOf } from '../support/tabs.ts';

/** Nothing here touches a mouse, and nothing but what a key does moves the focus or fills a field. */
describe('promise A6: by keyboard alone, puzzles included', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  /** Logs in with a number, from before the box up to what the server asks for then; the focus is on its heading. */
  async function enter(part: Part, step: string): Promise<LoginBox> {
    const box = await openLogin(ciam);
    comeTo(box);
    await tabTo(box, '#mobile');
    await getCodeByKeys(box, numberOf(part));
    await press('Enter');
    await atStep(box, step);
    await soon(() => focused()?.className === 'title', 'what is asked for is read out');
    return box;
  }

  /** Ends a login; the focus is on what is said then. */
  async function succeeds(box: LoginBox): Promise<void> {
    await box.event('success');
    await soon(() => focused()?.className === 'done', 'the end is read out');
    expect(box.seen('error')).to.deep.equal([]);
  }

  it('promise A6: binding a number, after a look at the form for an e-mail address', async () => {
    const box = await enter('socialBind', 'bind');
    await tabTo(box, '.plain');
    await press('Enter');
    await soon(() => box.root.querySelector('#email'), 'an e-mail address is asked for');
    await soon(() => focused()?.className === 'title', 'that is read out, too');
    await tabTo(box, '.plain');
    await press(' ');
    await soon(() => box.root.querySelector('#mobile'), 'a number is asked for again');
    await tabTo(box, '#mobile');
    await getCodeByKeys(box, OTHER_MOBILE);
    await press('Enter');
    await succeeds(box);
  });

  it('promise A6: binding an e-mail address', async () => {
    const box = await enter('socialBind', 'bind');
    await tabTo(box, '.plain');
    await press('Enter');
    await soon(() => box.root.querySelector('#email'), 'an e-mail address is asked for');
    await tabTo(box, '#email');
    await getCodeByKeys(box, 'li.lei@example.com');
    await tabTo(box, '.main');
    await press(' ');
    await succeeds(box);
  });

  it('promise A6: registering', async () => {
    const box = await enter('userRegister', 'register');
    await tabTo(box, '#mobile');
    await getCodeByKeys(box, OTHER_MOBILE);
    await press('Enter');
    await succeeds(box);
  });

  it('promise A6: a second factor', async () => {
    const box = await enter('mfa', 'mfa');
    await tabTo(box, '.send');
    await press(' ');
    await finishCode(box, numberOf('mfa'));
    await press('Enter');
    await succeeds(box);
  });

  it('promise A6: a new password that is due soon, or none for today', async () => {
    const box = await enter('passwordWarn', 'password-warn');
    await tabTo(box, '.plain');
    await press(' ');
    await succeeds(box);
  });

  it('promise A6: a new password that is due, with its rules in sight', async () => {
    const box = await enter('passwordExpired', 'password-expired');
    await tabTo(box, '#oldPassword');
    await typed(TEST_PASSWORD);
    await tabTo(box, '#newPassword');
    await typed('abc');
    await press('Enter');
    expect((await box.event('error'))['code']).to.equal('password-weak');
    await soon(() => focused()?.id === 'newPassword', 'the field at fault has the focus');
    for (let letters = 0; letters < 3; letters++) await press('Backspace');
    await typed(NEW_PASSWORD);
    expect(box.root.querySelectorAll('.rules li:not([data-met])').length).to.equal(0);
    await press('Enter');
    await box.event('success');
  });

  it('promise A6: back to the beginning, and in again', async () => {
    const box = await enter('mfa', 'mfa');
    await tabTo(box, '.plain');
    await press('Enter');
    await soon(() => focused() === box.mobile, 'the first field has the focus');
    expect(box.mobile.value).to.equal(numberOf('mfa'));
    expect(told(box).at(-1)).to.equal('step start');
  });

  for (const key of ['Enter', ' '])
    it(`promise A2, A6: Alipay: arrows to its tab, Tab to its button, and the key “${key}”`, async () => {
      const box = await openTabs(ciam);
      stayHere(box);
      comeTo(box);
      await tabTo(box, '[role=tab]');
      await press('ArrowRight');
      await soon(() => box.element.openMethod.id === 'alipay', 'its tab is open');
      await press('Tab');
      expect(focused() === box.submitButton).to.equal(true);
      await press(key);
      expect((await box.event('redirect'))['method']).to.equal('alipay');
      await soon(() => !box.submitButton.hasAttribute('data-busy'), 'the button is free');
      expect(focused() === box.submitButton, 'and keeps the focus').to.equal(true);
    });

  it('promise A2, A6: one tap, by keys', async () => {
    const mobile = numberOf('anybody');
    const box = await openTabs(
      ciam,
      {},
      providerOf(() => ciam.oneClickToken({ mobile })),
    );
    comeTo(box);
    await tabTo(box, '[role=tab]');
    await press('ArrowLeft');
    await soon(() => box.element.openMethod.id === 'one-click', 'its tab is open');
    await tabTo(box, '.main');
    await press('Enter');
    await box.event('success');
  });
});
