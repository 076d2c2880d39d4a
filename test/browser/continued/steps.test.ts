import { expect } from '@open-wc/testing';
import { enLogin } from '../../../src/locales/en-login.ts';
import { zhCnLogin } from '../../../src/locales/zh-cn-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { descriptionOf, fill, focused, has } from '../support/hands.ts';
import { listen } from '../support/live-regions.ts';
import type { LoginBox } from '../support/login-box.ts';
import { press, shownErrors, solve, soon } from '../support/steps.ts';
import { CONTINUED, atStep, backButton, isFree, told } from './continuations.ts';
import { type Part, numberOf, sms } from './ways-in.ts';

const LANGUAGES = { en: enLogin, 'zh-CN': zhCnLogin } as const;
const MASKED = '138****0006';

/** Texts of the buttons below the main one. */
function choices(box: LoginBox): string[] {
  return [...box.root.querySelectorAll('.plain')].map(({ textContent }) => textContent.trim());
}

/** What stands in the live regions. */
function spoken(box: LoginBox): string {
  return [...box.root.querySelectorAll('[aria-live]')].map(({ textContent }) => textContent).join('');
}

describe('a step that the server has asked for', function () {
  this.timeout(30_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  async function enter(part: Part, step: string, attributes: Readonly<Record<string, string>> = {}) {
    const box = await sms.enter(ciam, part, attributes);
    await atStep(box, step);
    await box.element.updateComplete;
    return box;
  }

  for (const [lang, texts] of Object.entries(LANGUAGES)) {
    it(`says in its heading and in a line below what is wanted: seen, focused, read out (${lang})`, async () => {
      for (const { part, step } of CONTINUED) {
        await ciam.reset();
        // With a second method there are tabs before, and none now.
        const box = await enter(part, step, { lang, 'alipay-app-id': '2021000000000001' });
        const { title, note, button } = texts.steps[step];
        const line = note.replace('{mobile}', MASKED);
        await soon(() => focused()?.className === 'title', `${step}: its heading has the focus`);
        expect(box.find('h2').textContent, step).to.equal(title);
        expect(box.find('.hint').textContent, step).to.equal(line);
        expect(box.submitButton.textContent.trim(), step).to.equal(button);
        await soon(() => spoken(box) === line, `${step}: it is announced`);
        expect(has(box, '[role=tablist], [role=tab], [role=tabpanel]'), step).to.equal(false);

        const { back, choices: names } = texts;
        const more = { 'password-warn': [names.skip], bind: [names.useEmail], register: [names.useEmail] };
        expect(choices(box), step).to.deep.equal([
          ...(Object.entries(more).find(([of]) => of === step)?.[1] ?? []),
          back,
        ]);
      }
    });
  }

  it('promise S6: a second factor shows of the number what its owner knows it by, and sends the code to all of it', async () => {
    const box = await enter('mfa', 'mfa', { 'mfa-sms-type': 'MFA_AUTH_SMS' });
    const shown = box.root.querySelector('.box')!;
    expect(shown.textContent).to.contain(MASKED).and.not.to.contain(numberOf('mfa'));
    expect(shown.outerHTML).not.to.contain(numberOf('mfa'));
    expect([has(box, '#mobile'), has(box, '#code')]).to.deep.equal([false, true]);

    box.element.solveCaptcha = null;
    await ciam.clearJournal();
    await box.click(box.sendButton);
    await solve(box);
    await box.event('code-sent');
    await soon(() => focused() === box.code, 'the focus goes to the code');
    const calls = (await ciam.journal()).filter(({ method }) => method === 'POST');
    const [check, send] = calls.map(({ body }) => body as Record<string, string>);
    expect(check!['sender']).to.equal(numberOf('mfa'));
    expect(send).to.include({ mobile: numberOf('mfa'), type: 'MFA_AUTH_SMS' });
    expect(box.seen('code-sent')[0]!.detail).to.include({ purpose: 'mfa', method: 'sms' });
  });

  it('promise A4: the button keeps the focus while its code is sent, and the step is not told again', async () => {
    const box = await enter('mfa', 'mfa');
    await ciam.fault('/api/v2/sdk/sms/send', { kind: 'hang' });
    box.element.solveCaptcha = null;
    await soon(() => spoken(box).includes(MASKED), 'the step is announced');
    const heard = listen(box);
    box.sendButton.focus();
    await press('Enter');
    await solve(box);
    await soon(() => heard.includes(`polite: ${enLogin.sending}`), 'it is on its way');
    expect(focused() === box.sendButton).to.equal(true);
    expect(heard.join()).not.to.contain(MASKED);
  });

  it('promise A4: a wrong code is told at its field, with the focus there; Enter tries the next', async () => {
    const box = await enter('mfa', 'mfa');
    await box.click(box.sendButton);
    await box.event('code-sent');
    const heard = listen(box);
    await box.type(box.code, '000000');
    await press('Enter');
    expect(await box.event('error')).to.include({ step: 'mfa', code: 'code-wrong', method: 'sms' });
    const sentence = enLogin.errors['code-wrong'];
    await soon(() => heard.includes(`assertive: ${sentence}`), 'it is read out');
    expect([focused() === box.code, box.code.value]).to.deep.equal([true, '000000']);
    expect(shownErrors(box)).to.deep.equal([sentence]);
    expect(descriptionOf(box, box.code)).to.deep.equal([sentence]);
    box.code.select();
    await box.type(box.code, String(await ciam.code(numberOf('mfa'))));
    await press('Enter');
    await box.event('success');
    expect(told(box)).to.deep.equal([
      'step mfa',
      'code-sent',
      'error mfa code-wrong',
      'success',
      'step done',
    ]);
  });

  it('Back leads to the number that was typed, and to no code', async () => {
    for (const lang of ['en', 'zh-CN'] as const) {
      await ciam.reset();
      const box = await enter('socialBind', 'bind', { lang, 'alipay-app-id': '2021000000000001' });
      // The fields are the same two; what stood in them belongs to the step before.
      expect([box.mobile.value, box.code.value]).to.deep.equal(['', '']);
      fill(box.mobile, '13911112222');
      fill(box.code, '1234');
      expect(backButton(box).textContent.trim()).to.equal(LANGUAGES[lang].back);
      await box.click(backButton(box));
      await soon(() => has(box, '[role=tablist]'), 'the tabs are back');
      expect([box.mobile.value, box.code.value]).to.deep.equal([numberOf('socialBind'), '']);
      expect([focused() === box.mobile, isFree(box)]).to.deep.equal([true, true]);
      expect(told(box)).to.deep.equal(['step bind', 'step start']);
    }
  });

  it('Back by keyboard, too; and the login can be gone through again', async () => {
    const box = await enter('passwordWarn', 'password-warn');
    backButton(box).focus();
    await press('Enter');
    await soon(() => focused()?.id === 'mobile', 'the focus is on the number');
    expect(box.mobile.value).to.equal(numberOf('passwordWarn'));
    // The message before is spent, and the next may be asked for only in a minute.
    expect(box.sendButton.textContent).to.match(/^\s*Resend in \d+ sec\s*$/);
    expect(box.seen('error')).to.deep.equal([]);
  });

  it('only a password that is still good can be left for later', async () => {
    for (const [lang, { choices: names }] of Object.entries(LANGUAGES)) {
      await ciam.reset();
      const box = await enter('passwordWarn', 'password-warn', { lang });
      const skip = box.find('.plain');
      expect(skip.textContent.trim()).to.equal(names.skip);
      await ciam.clearJournal();
      await box.click(skip);
      await box.event('success');
      const calls = (await ciam.journal()).filter(({ method }) => method !== 'OPTIONS');
      expect(calls.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
        'GET /api/v2/sdk/pwd/skip-update',
      ]);
      expect(told(box)).to.deep.equal(['step password-warn', 'success', 'step done']);
    }
  });

  it('a login that took too long leads back to the first step, and says so', async () => {
    const box = await enter('mfa', 'mfa');
    await ciam.settings({ stateTokenSeconds: 1 });
    await ciam.advance(400_000);
    fill(box.code, '123456');
    box.code.focus();
    await press('Enter');
    expect(await box.event('error')).to.include({
      step: 'mfa',
      code: 'state-token-invalid',
      retryable: false,
    });
    await soon(() => has(box, '#mobile'), 'the first step');
    expect([box.mobile.value, box.code.value]).to.deep.equal([numberOf('mfa'), '']);
    expect(shownErrors(box)).to.deep.equal([enLogin.errors['state-token-invalid']]);
    expect(told(box)).to.deep.equal(['step mfa', 'error mfa state-token-invalid', 'step start']);
    expect(isFree(box)).to.equal(true);
  });
});
