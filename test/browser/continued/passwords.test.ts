import { expect } from '@open-wc/testing';
import { TEST_PASSWORD } from '../../../demo/server/test-numbers.ts';
import { enLogin } from '../../../src/locales/en-login.ts';
import { zhCnLogin } from '../../../src/locales/zh-cn-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { chord, descriptionOf, fill, focused } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { press, shownErrors, soon } from '../support/steps.ts';
import { NEW_PASSWORD, atStep, told } from './continuations.ts';
import { sms } from './ways-in.ts';

const UPDATE = '/api/v2/sdk/pwd/update';

describe('a new password', function () {
  this.timeout(30_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  async function enter(attributes: Readonly<Record<string, string>> = {}): Promise<LoginBox> {
    const box = await sms.enter(ciam, 'passwordExpired', attributes);
    await atStep(box, 'password-expired');
    await box.element.updateComplete;
    return box;
  }

  const old = (box: LoginBox) => box.find<HTMLInputElement>('#oldPassword');
  const fresh = (box: LoginBox) => box.find<HTMLInputElement>('#newPassword');
  const rules = (box: LoginBox) => [...box.root.querySelectorAll('.rules li')];
  /** A plus for each rule that is met, to the eye, in their order. */
  const marks = (box: LoginBox) => rules(box).map((rule) => (rule.hasAttribute('data-met') ? '+' : '-'));

  it('its rules turn one by one while it is typed: for the eye, and for whoever listens', async () => {
    const box = await enter();
    const { length, lower, upper, digit } = enLogin.passwordRules;
    const texts = [length.replace('{min}', '8').replace('{max}', '18'), lower, upper, digit];
    expect(rules(box).map(({ textContent }) => textContent.trim())).to.deep.equal(texts);
    const colour = () => getComputedStyle(rules(box)[1]!).color;
    const before = colour();
    const seen = [marks(box).join('')];
    fresh(box).focus();
    for (const part of ['a', 'B', '3', 'defgh']) {
      await box.type(fresh(box), part);
      await box.element.updateComplete;
      seen.push(marks(box).join(''));
    }
    expect(seen).to.deep.equal(['----', '-+--', '-++-', '-+++', '++++']);
    expect(colour()).not.to.equal(before);
    // What describes the field says so in words: a colour alone is nothing to go by.
    const [described] = descriptionOf(box, fresh(box));
    expect(described!.match(/\(met\)/g)).to.have.length(4);
    expect(rules(box)[0]!.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      `${texts[0]!} ${enLogin.ruleMet}`,
    );
    await chord('Shift', 'Home');
    await press('Delete');
    await box.element.updateComplete;
    expect(marks(box).join('')).to.equal('----');
  });

  it('its rules are told in Chinese', async () => {
    const box = await enter({ lang: 'zh-CN' });
    fill(fresh(box), 'a');
    await box.element.updateComplete;
    const { lower } = zhCnLogin.passwordRules;
    expect(rules(box)[1]!.textContent.replace(/\s+/g, ' ').trim()).to.equal(`${lower} ${zhCnLogin.ruleMet}`);
  });

  it('promise A4: what is missing, too weak or wrong is told at its field; a weak one is not sent', async () => {
    const box = await enter();
    await ciam.clearJournal();
    const expectAt = async (field: string, sentence: string, count: number) => {
      await box.event('error', count);
      await soon(() => focused()?.id === field, `the focus is on ${field}`);
      expect(shownErrors(box)).to.deep.equal([sentence]);
      expect(box.find(`#${field}`).getAttribute('aria-invalid')).to.equal('true');
      expect(descriptionOf(box, box.find(`#${field}`)).at(-1)).to.equal(sentence);
    };
    await box.click(box.submitButton);
    await expectAt('oldPassword', enLogin.errors['input-missing'], 1);
    await box.type(old(box), 'Wrong-1234');
    await press('Enter');
    await expectAt('newPassword', enLogin.errors['input-missing'], 2);
    await box.type(fresh(box), 'weak');
    await press('Enter');
    await expectAt('newPassword', enLogin.errors['password-weak'], 3);
    expect(await ciam.journal()).to.deep.equal([]);

    fill(fresh(box), NEW_PASSWORD);
    await press('Enter');
    await expectAt('oldPassword', 'Wrong user name or password, attempts left: 4', 4);
    expect([old(box).value, fresh(box).value]).to.deep.equal(['Wrong-1234', NEW_PASSWORD]);
    fill(old(box), TEST_PASSWORD);
    await press('Enter');
    await box.event('success');
    const codes = box.seen('error').map(({ detail }) => detail['code']);
    expect(codes).to.deep.equal(['input-missing', 'input-missing', 'password-weak', 'password-wrong']);
    const sent = (await ciam.journal()).filter(({ method, path }) => method === 'POST' && path === UPDATE);
    expect(sent.at(-1)!.body).to.deep.equal({ old_password: TEST_PASSWORD, new_password: NEW_PASSWORD });
  });

  it('is refused by the server in the server’s own words, and can be tried again', async () => {
    const box = await enter();
    fill(old(box), TEST_PASSWORD);
    fill(fresh(box), TEST_PASSWORD);
    await box.click(box.submitButton);
    expect(await box.event('error')).to.include({ code: 'refused' });
    expect(shownErrors(box)).to.deep.equal(['The new password does not meet the password policy']);
    fill(fresh(box), NEW_PASSWORD);
    await box.click(box.submitButton);
    await box.event('success');
    expect(told(box)).to.deep.equal([
      'step password-expired',
      'error password-expired refused',
      'success',
      'step done',
    ]);
  });

  it('password managers find the old one and the new one', async () => {
    const box = await enter();
    expect([old(box), fresh(box)].map(({ type, autocomplete }) => `${type} ${autocomplete}`)).to.deep.equal([
      'password current-password',
      'password new-password',
    ]);
  });

  const HOSTILE: Readonly<Record<string, string>> = {
    'a group that repeats what repeats': '^(a+)+$',
    'a choice between the same': '^(a|a)*$',
    'many that go any length': '^a*a*a*a*a*a*a*a*a*a*$',
    'what looks ahead and around': '^(?=(a+)+$)(?=.*(.*a){20}).{8,}$',
    'a reference back': '^(a*)*\\1$',
    'far too long': `^${'(?=.*[a-z])'.repeat(200)}.*$`,
    'no pattern at all': '^(?=.*[a-z]([',
  };
  it('is typed without delay, whatever pattern the server sends with its policy', async () => {
    for (const [name, regEx] of Object.entries(HOSTILE)) {
      await ciam.reset();
      const data = JSON.stringify({ minLength: 8, maxLength: 200, regEx });
      await ciam.fault(sms.path, { kind: 'patch', json: { data } });
      const box = await enter();
      fill(old(box), TEST_PASSWORD);
      const start = performance.now();
      fill(fresh(box), `${'a'.repeat(150)}!`);
      await box.element.updateComplete;
      expect(marks(box)[0], name).to.equal('+');
      fill(fresh(box), `Aa1${'a'.repeat(5000)}!`);
      await box.element.updateComplete;
      fill(fresh(box), NEW_PASSWORD);
      box.submitButton.click();
      expect(performance.now() - start, name).to.be.below(1000);
      await soon(
        () => box.events.some(({ type }) => type === 'success' || type === 'error'),
        `${name}: it ends`,
      );
    }
  });
});
