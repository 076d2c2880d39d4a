import { expect } from '@open-wc/testing';
import type { GrantOptions } from '../../../demo/server/grant-store.ts';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.ts';
import { enLogin } from '../../../src/locales/en-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import {
  callback,
  comeBack,
  keepAddress,
  keptText,
  setOut,
  setOutFrom,
  stayHere,
} from '../support/alipay.ts';
import { fill, focused, has, openPuzzle } from '../support/hands.ts';
import { quickCode } from '../support/quick-code.ts';
import { listen } from '../support/live-regions.ts';
import type { LoginBox } from '../support/login-box.ts';
import { endings } from '../support/phases.ts';
import { PATHS, press, shownErrors, solve, soon } from '../support/steps.ts';
import { TAB_NAMES, openTab, openTabName, openTabs, tabNames } from '../support/tabs.ts';

const [SMS, ALIPAY] = TAB_NAMES.en;

/** What the server may ask for after Alipay. */
const STEPS = {
  SOCIAL_BIND: {
    step: 'bind',
    fields: ['mobile', 'code'],
  },
  USER_REGISTER: {
    step: 'register',
    fields: ['mobile', 'code'],
  },
  MFA_AUTH: { step: 'mfa', fields: ['code'] },
} as const;

describe('promise S4: after Alipay the tenant may ask for more', function () {
  this.timeout(60_000);
  let ciam: Ciam;
  let toOwnAddress: () => void;

  before(async () => {
    ciam = await startCiam();
    toOwnAddress = keepAddress();
  });
  afterEach(async () => {
    toOwnAddress();
    await ciam.reset();
  });

  async function reach(
    grant: GrantOptions,
    attributes: Readonly<Record<string, string>> = {},
  ): Promise<LoginBox> {
    const trip = await setOutFrom(ciam, attributes);
    comeBack(callback(trip.state, await ciam.alipayCode(grant)));
    const box = await trip.mount(trip.make());
    await soon(() => has(box, '.title'), 'the step shows');
    return box;
  }

  const inputs = (box: LoginBox) =>
    [...box.root.querySelectorAll<HTMLInputElement>('form input:not([type=hidden])')].map(({ id }) => id);

  for (const [status, { step, fields }] of Object.entries(STEPS)) {
    it(`${status}: its heading has the focus, the tabs are gone, "Back" leads back`, async () => {
      const box = await reach({ status }, { 'terms-url': '/t' });
      const { title, button } = enLogin.steps[step];
      const heard = listen(box);
      await soon(() => focused()?.textContent === title, 'the focus is on the heading');
      expect(focused()?.localName).to.equal('h2');
      expect([tabNames(box), has(box, '[role=tabpanel]'), inputs(box)]).to.deep.equal([[], false, fields]);
      expect(box.submitButton.textContent.trim()).to.equal(button);
      expect(box.seen('step').map(({ detail }) => detail)).to.deep.equal([
        { method: 'alipay', step: 'start' },
        { method: 'alipay', step },
      ]);
      const note = box.find('[part=note]').textContent;
      await soon(() => heard.includes(`polite: ${note}`), 'what it is for is announced');
      await expect(box.element).to.be.accessible();

      const back = [...box.root.querySelectorAll('button')].find(
        ({ textContent }) => textContent.trim() === 'Back',
      );
      await box.click(back!);
      await soon(() => openTabName(box) === ALIPAY, 'the tabs are back');
      await soon(() => focused() === box.find('#consent'), 'the focus is in the form');
      expect([tabNames(box).length, has(box, '.title'), endings(box)]).to.deep.equal([2, false, []]);
      expect(box.seen('step').at(-1)?.detail).to.deep.equal({ method: 'alipay', step: 'start' });
      await box.click(box.find('#consent'));
      stayHere(box);
      await setOut(box);
      await openTab(box, SMS);
    });
  }

  it('binding a number: the puzzle, a code, and somebody is logged in', async () => {
    const box = await reach({ status: 'SOCIAL_BIND' }, { 'terms-url': '/t' });
    await openPuzzle(box, FIXED_MOBILE);
    await solve(box);
    expect((await box.event('code-sent'))['purpose']).to.equal('bind');
    await soon(() => focused() === box.code, 'the focus goes to the code');
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    expect((await box.event('success'))['method']).to.equal('alipay');
    const journal = (await ciam.journal()).filter(({ method }) => method === 'POST');
    expect(journal.map(({ path }) => path.split('/sdk/')[1])).to.deep.equal([
      'login/alipay',
      'captcha/verify',
      'sms/send',
      'social/bind',
    ]);
    expect(journal[2]?.body).to.include({ type: 'BIND_MOBILE_SMS' });
    expect(journal[3]?.headers['x-state-token']).to.be.a('string');
    expect(endings(box)).to.deep.equal(['success']);
  });

  it('a second factor: a code to the number that the tenant has, of which four digits show', async () => {
    const box = await reach({ status: 'MFA_AUTH', mobile: FIXED_MOBILE });
    expect(box.find('[part=note]').textContent).to.contain('*8901').and.not.contain(FIXED_MOBILE);
    await box.click(box.sendButton);
    await solve(box);
    expect((await box.event('code-sent'))['purpose']).to.equal('mfa');
    fill(box.code, '000000');
    await box.click(box.submitButton);
    const { code, step, message } = await box.event('error');
    expect([code, step]).to.deep.equal(['code-wrong', 'mfa']);
    await soon(() => shownErrors(box)[0] === message, 'it shows, at the same step');
    await soon(() => focused() === box.code, 'the focus is on the code');
    box.code.select();
    await box.type(box.code, FIXED_CODE);
    await press('Enter');
    await box.event('success');
    expect(endings(box)).to.deep.equal(['error', 'success']);
    expect(keptText()).not.to.contain(FIXED_MOBILE);
  });

  it('a page that opens another tab meanwhile has begun anew, and is told so once', async () => {
    const box = await reach({ status: 'SOCIAL_BIND' });
    fill(box.mobile, '13800138000');
    const before = box.events.length;
    box.element.method = 'sms';
    await soon(() => openTabName(box) === SMS, 'the tabs are back');
    await soon(() => !has(box, '.title'), 'the step is gone');
    expect(box.mobile.value).to.equal('');
    expect(box.events.slice(before)).to.deep.equal([
      { type: 'step', detail: { method: 'sms', step: 'start' } },
    ]);
  });

  it('promise A4: while a code is asked for, the focus stays on the button, also when the puzzle is given up', async () => {
    const box = await reach({ status: 'SOCIAL_BIND' });
    await openPuzzle(box, FIXED_MOBILE);
    await press('Escape');
    expect((await box.event('error'))['step']).to.equal('captcha');
    await soon(() => !box.dialog, 'the puzzle is gone');
    await box.element.updateComplete;
    expect(focused() === box.sendButton).to.equal(true);
    await ciam.fault(PATHS.send, { kind: 'hang' });
    await press('Enter');
    await solve(box);
    await soon(() => !box.dialog, 'the puzzle is gone');
    await box.element.updateComplete;
    expect(focused() === box.sendButton).to.equal(true);
  });

  it('reset() begins anew, too', async () => {
    const box = await reach({ status: 'MFA_AUTH' });
    box.element.reset();
    await soon(() => openTabName(box) === ALIPAY, 'the tabs are back');
    expect([endings(box), has(box, '.title')]).to.deep.equal([[], false]);
  });
});

describe('a text message that leads to another step', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });

  it('leaves no spent code in its field', async () => {
    const box = await openTabs(ciam);
    await quickCode(box, '13800000007');
    await box.type(box.code, (await ciam.code('13800000007')) ?? '');
    await press('Enter');
    await soon(() => has(box, '.title'), 'the step shows');
    expect(box.code.value).to.equal('');
    expect(tabNames(box)).to.deep.equal([]);
  });
});
