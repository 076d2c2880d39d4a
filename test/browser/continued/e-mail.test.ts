import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { enLogin } from '../../../src/locales/en-login.ts';
import { zhCnLogin } from '../../../src/locales/zh-cn-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, focused, has } from '../support/hands.ts';
import type { LoginBox } from '../support/login-box.ts';
import { press, shownErrors, solve, soon } from '../support/steps.ts';
import { OTHER_MOBILE, atStep, told } from './continuations.ts';
import { sms } from './ways-in.ts';

const ADDRESS = 'li.lei@example.com';

describe('an e-mail address in place of a number', function () {
  this.timeout(30_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  const email = (box: LoginBox) => box.find<HTMLInputElement>('#email');

  async function choose(box: LoginBox, field: string): Promise<void> {
    await box.click(box.find('.plain'));
    await soon(() => has(box, `#${field}`), `the field ${field}`);
  }

  for (const [lang, texts] of [
    ['en', enLogin],
    ['zh-CN', zhCnLogin],
  ] as const) {
    it(`can be chosen, and unchosen; each keeps what was typed, and no code (${lang})`, async () => {
      const box = await sms.enter(ciam, 'userRegister', { lang });
      await atStep(box, 'register');
      fill(box.mobile, OTHER_MOBILE);
      fill(box.code, '1234');
      expect(box.find('.plain').textContent.trim()).to.equal(texts.choices.useEmail);
      await choose(box, 'email');
      await soon(() => focused()?.className === 'title', 'what is new is read out');
      expect(has(box, '#mobile')).to.equal(false);
      expect(email(box).labels?.[0]?.textContent).to.equal(texts.steps.register.fields?.['email']);
      expect([email(box).type, email(box).autocomplete]).to.deep.equal(['email', 'email']);
      expect([email(box).value, box.code.value]).to.deep.equal(['', '']);
      fill(email(box), ADDRESS);
      fill(box.code, '5678');
      expect(box.find('.plain').textContent.trim()).to.equal(texts.choices.useMobile);
      await choose(box, 'mobile');
      expect([box.mobile.value, box.code.value]).to.deep.equal([OTHER_MOBILE, '']);
      await choose(box, 'email');
      expect([email(box).value, box.code.value]).to.deep.equal([ADDRESS, '']);
      expect(told(box)).to.deep.equal(['step register']);
      expect(await callsOf(box)).to.deep.equal([]);
    });
  }

  it('by keyboard alone: Enter asks for the code, the puzzle is for this address, Enter ends it', async () => {
    const box = await sms.enter(ciam, 'socialBind');
    await atStep(box, 'bind');
    await choose(box, 'email');
    await ciam.clearJournal();
    box.element.solveCaptcha = null;
    await press('Tab');
    expect(focused()?.id).to.equal('email');
    await sendKeys({ type: ADDRESS });
    await press('Enter');
    await soon(() => email(box).readOnly, 'a code would not fit another address');
    await solve(box);
    expect(await box.event('code-sent')).to.include({ purpose: 'bind' });
    await soon(() => !email(box).readOnly, 'it can be changed again');
    await soon(() => focused() === box.code, 'the focus goes to the code');
    await sendKeys({ type: String(await ciam.code(ADDRESS)) });
    await press('Enter');
    await box.event('success');
    const [check, send, bind] = await callsOf(box);
    expect((check!.body as Record<string, string>)['sender']).to.equal(ADDRESS);
    expect(send!.path).to.equal('/api/v2/sdk/email/send');
    expect(send!.body).to.include({ email: ADDRESS, type: 'BIND_EMAIL' });
    expect(Object.keys(bind!.body as object)).to.deep.equal(['email', 'verify_code']);
  });

  it('promise A4: one that is none is told at its field, and nothing is sent', async () => {
    const box = await sms.enter(ciam, 'socialBind');
    await atStep(box, 'bind');
    await choose(box, 'email');
    await ciam.clearJournal();
    await box.type(email(box), 'li.lei@');
    await press('Enter');
    expect(await box.event('error')).to.include({ step: 'bind', code: 'email-invalid' });
    expect(shownErrors(box)).to.deep.equal([enLogin.errors['email-invalid']]);
    await soon(() => focused()?.id === 'email', 'the focus is there');
    expect(email(box).getAttribute('aria-invalid')).to.equal('true');
    expect(await callsOf(box)).to.deep.equal([]);
  });

  it('promise S6: stays with the tenant that the login began with, wherever the page has turned since', async () => {
    const box = await sms.enter(ciam, 'socialBind');
    await atStep(box, 'bind');
    box.element.baseUrl = 'http://localhost:9';
    await choose(box, 'email');
    fill(email(box), ADDRESS);
    await box.click(box.sendButton);
    await box.event('code-sent');
    fill(box.code, String(await ciam.code(ADDRESS)));
    await box.click(box.submitButton);
    await box.event('success');
    expect(box.seen('error')).to.deep.equal([]);
  });

  it('is not offered where the server takes none, and is all there is where it takes nothing else', async () => {
    for (const [flow, fields] of [
      [['VERIFY_PHONE'], ['mobile', 'code']],
      [['VERIFY_EMAIL'], ['email', 'code']],
    ] as const) {
      await ciam.reset();
      const data = JSON.stringify({ socialBindOrRegisterFlow: flow });
      await ciam.fault(sms.path, { kind: 'patch', json: { data } });
      const box = await sms.enter(ciam, 'socialBind');
      await atStep(box, 'bind');
      await box.element.updateComplete;
      const inputs = [...box.root.querySelectorAll('input:not([type=hidden])')];
      expect(inputs.map(({ id }) => id)).to.deep.equal(fields);
      expect(box.root.querySelectorAll('.plain').length, 'Back, and nothing else').to.equal(1);
    }
  });

  const callsOf = async ({ ciam: { journal } }: LoginBox) => {
    const calls = await journal();
    const own = calls.findIndex(({ path }) => path === sms.path);
    return calls.slice(own + 1).filter(({ method, path }) => method === 'POST' && path !== sms.path);
  };
});
