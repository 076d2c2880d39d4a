import { expect } from '@open-wc/testing';
import { enLogin } from '../../../src/locales/en-login.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, focused, has } from '../support/hands.ts';
import { openLogin } from '../support/login-box.ts';
import { listenToConsole, patch, unpatch } from '../support/patch.ts';
import { quickCode, quickLogin } from '../support/quick-code.ts';
import { soon } from '../support/steps.ts';
import { traces } from '../support/traces.ts';

describe('after a success', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(async () => {
    unpatch();
    await ciam.reset();
  });

  it('promise S6: no token, code or number is left anywhere', async () => {
    const heard = listenToConsole();
    const messages: unknown[] = [];
    patch(window, 'postMessage', { value: (message: unknown) => messages.push(message) });
    const box = await openLogin(ciam);
    await quickLogin(box, '13800138000');
    await soon(() => focused()?.className === 'done', 'it says so');
    const { session } = box.seen('success')[0]!.detail as { session: Record<string, string> };
    const journal = JSON.stringify((await ciam.journal()).map(({ body }) => body));
    const captchaToken = /"captcha_token":"(\w+)/.exec(journal)?.[1];
    const code = await ciam.code('13800138000');
    const secrets = [session['sessionToken'], session['idToken'], captchaToken, code, '13800138000'];
    expect(secrets.every((secret) => typeof secret === 'string' && secret.length > 5)).to.equal(true);
    const left = traces(box, heard);
    expect(left.length).to.be.above(20);
    for (const secret of secrets)
      expect(left.filter((text) => text.includes(String(secret)))).to.deep.equal([]);
    expect(heard.filter((line) => !line.includes('Lit is in dev mode'))).to.deep.equal([]);
    expect(messages).to.deep.equal([]);
  });

  it('canary: what is left would be found', async () => {
    const box = await openLogin(ciam);
    const places: Record<string, (secret: string) => void> = {
      property: (secret) => Object.assign(box.element, { kept: { deep: new Map([['x', [secret]]]) } }),
      attribute: (secret) => {
        box.find('.main').setAttribute('data-x', secret);
      },
      field: (secret) => {
        box.code.value = secret;
      },
      storage: (secret) => {
        sessionStorage.setItem('x', secret);
      },
    };
    for (const [name, hide] of Object.entries(places)) {
      hide(`secret-${name}`);
      expect(traces(box, []).join('\n')).to.contain(`secret-${name}`);
    }
    sessionStorage.removeItem('x');
  });

  it('the box says so, with the focus on it; focus() goes there again', async () => {
    const box = await openLogin(ciam);
    await quickLogin(box, '13800138000');
    await soon(() => focused()?.className === 'done', 'the focus is on it');
    expect(focused()?.textContent).to.equal(enLogin.done);
    expect(has(box, 'form')).to.equal(false);
    box.element.focus();
    await soon(() => focused()?.className === 'done', 'the focus is on it again');
  });

  it('reset() gives an empty form that works', async () => {
    const box = await openLogin(ciam);
    await quickLogin(box, '13800138000');
    box.element.reset();
    await soon(() => box.root.querySelector('form'), 'the form is back');
    expect([box.mobile.value, box.code.value]).to.deep.equal(['', '']);
    box.element.focus();
    await soon(() => focused() === box.mobile, 'the focus is on the number');
    await quickCode(box, '12345678901');
    fill(box.code, '232326');
    await box.click(box.submitButton);
    await box.event('success', 2);
    expect(box.seen('error')).to.deep.equal([]);
  });

  it('reset() from within the event gives the form back', async () => {
    const box = await openLogin(ciam);
    box.element.addEventListener('ciam-login-success', () => {
      box.element.reset();
    });
    await quickLogin(box, '13800138000');
    await box.element.updateComplete;
    expect(box.mobile.value).to.equal('');
    expect(has(box, '.done')).to.equal(false);
  });
});
