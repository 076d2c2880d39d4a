import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { password } from '../../../src/methods/password.ts';
import { sms } from '../../../src/methods/sms.ts';
import { wechat } from '../../../src/methods/wechat.ts';
import { LoginElement } from '../../../src/ui/login-element.ts';
import { type Ciam, startCiam } from '../../support/ciam.ts';
import { fill, focused } from '../support/hands.ts';
import { press, soon } from '../support/steps.ts';

class Mine extends LoginElement {
  static override readonly loginMethods = [sms, wechat, password];
}
customElements.define('mine-login', Mine);

const PASSWORD = 'Test-1234';

/** A login box with methods of the page's own choice. */
interface Box {
  readonly element: Mine;
  readonly events: string[];
  readonly details: Record<string, unknown>[];
  find(selector: string): HTMLInputElement;
  /** What the tabs say, the open one in brackets. */
  tabs(): string[];
  openTab(id: string): Promise<void>;
}

async function openBox(ciam: Ciam, attributes: Readonly<Record<string, string>> = {}): Promise<Box> {
  const element = new Mine();
  const all = { 'base-url': ciam.origin, 'client-id': 'demo-client', lang: 'en', ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  const events: string[] = [];
  const details: Record<string, unknown>[] = [];
  for (const type of ['success', 'error', 'step'])
    element.addEventListener(`ciam-login-${type}`, (event) => {
      events.push(type);
      details.push((event as CustomEvent<Record<string, unknown>>).detail);
    });
  (await fixture<HTMLElement>(document.createElement('div'))).append(element);
  await element.updateComplete;
  const root = element.renderRoot;
  return {
    element,
    events,
    details,
    find(selector) {
      const found = root.querySelector<HTMLInputElement>(selector);
      if (!found) throw new Error(`${selector} is not there`);
      return found;
    },
    tabs: () =>
      [...root.querySelectorAll('[role=tab]')].map((tab) => {
        const text = tab.textContent.trim();
        return tab.getAttribute('aria-selected') === 'true' ? `[${text}]` : text;
      }),
    async openTab(id) {
      root.querySelector<HTMLElement>(`#tab-${id}`)?.click();
      await element.updateComplete;
    },
  };
}

describe('an element with methods of one’s own choice', function () {
  this.timeout(60_000);
  let ciam: Ciam;

  before(async () => {
    ciam = await startCiam();
  });
  afterEach(() => ciam.reset());

  it('has a tab for each that is configured, in the order of the class or of the page', async () => {
    const box = await openBox(ciam);
    expect(box.tabs()).to.deep.equal(['[Text message]', 'Password']);
    box.element.setAttribute('wechat-app-id', 'wx0123456789abcdef');
    await box.element.updateComplete;
    expect(box.tabs()).to.deep.equal(['[Text message]', 'WeChat', 'Password']);
    box.element.setAttribute('methods', 'password,sms,alipay');
    await box.element.updateComplete;
    expect(box.tabs(), 'the first of the page’s is open').to.deep.equal(['[Password]', 'Text message']);
    box.element.lang = 'zh-CN';
    await box.element.updateComplete;
    expect(box.tabs()).to.deep.equal(['[密码登录]', '短信登录']);
  });

  it('has the properties of its methods, and nothing of the others', async () => {
    const { element } = await openBox(ciam, { 'wechat-app-id': 'wx0123456789abcdef' });
    expect((element as unknown as Record<string, unknown>)['wechatAppId']).to.equal('wx0123456789abcdef');
    expect(Mine.observedAttributes).to.include('wechat-scope');
    expect([...Mine.observedAttributes].filter((name) => /alipay|one-?click/.test(name))).to.deep.equal([]);
    expect('alipayAppId' in element || 'oneClick' in element).to.equal(false);
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded.some((name) => name.includes('/methods/password.'))).to.equal(true);
    expect(loaded.filter((name) => /alipay|one-click/.test(name))).to.deep.equal([]);
  });

  it('a login with a password, by keyboard alone', async () => {
    const box = await openBox(ciam);
    box.find('#tab-sms').focus();
    await press('ArrowRight');
    expect(box.tabs()).to.deep.equal(['Text message', '[Password]']);
    await press('Tab');
    expect(focused()?.id).to.equal('userName');
    await sendKeys({ type: 'li.lei' });
    await press('Tab');
    await sendKeys({ type: PASSWORD });
    await press('Enter');
    await soon(() => box.events.includes('success'), 'somebody is logged in');
    expect(box.events.filter((type) => type !== 'step')).to.deep.equal(['success']);
    expect(box.details.at(box.events.indexOf('success'))).to.include({ method: 'password' });
    const calls = (await ciam.journal()).filter(({ method }) => method !== 'OPTIONS');
    expect(calls.map(({ path, body }) => [path, body])).to.deep.equal([
      ['/api/v2/sdk/login/auth', { user_name: 'li.lei', password: PASSWORD }],
    ]);
    expect(box.element.renderRoot.querySelector('form') === null, 'what was typed is gone').to.equal(true);
  });

  it('password managers find what they look for', async () => {
    const box = await openBox(ciam, { method: 'password' });
    const [name, word] = [box.find('#userName'), box.find('#password')];
    expect([name.name, name.type, name.autocomplete]).to.deep.equal(['userName', 'text', 'username']);
    expect([word.name, word.type, word.autocomplete]).to.deep.equal([
      'password',
      'password',
      'current-password',
    ]);
    expect(name.form === word.form && name.form?.elements.length === 3, 'one form, one button').to.equal(
      true,
    );
    expect([name, word].map(({ labels }) => labels?.[0]?.textContent)).to.deep.equal([
      'User name',
      'Password',
    ]);
    // They set the value and fire one event, whatever the form does meanwhile.
    fill(name, 'li.lei');
    fill(word, PASSWORD);
    await box.element.updateComplete;
    box.find('.main').click();
    await soon(() => box.events.includes('success'), 'somebody is logged in');
  });

  it('promise S6: another tab keeps the user name, and no password', async () => {
    const box = await openBox(ciam, { method: 'password' });
    fill(box.find('#userName'), 'li.lei');
    fill(box.find('#password'), PASSWORD);
    await box.openTab('sms');
    expect(box.element.renderRoot.querySelector('#password') === null).to.equal(true);
    await box.openTab('password');
    expect([box.find('#userName').value, box.find('#password').value]).to.deep.equal(['li.lei', '']);
    expect(JSON.stringify(localStorage)).not.to.match(/Test-1234|li\.lei/);
  });

  it('promise A4: what is missing, and a wrong password, are told at their fields', async () => {
    const box = await openBox(ciam, { method: 'password' });
    box.find('.main').click();
    await soon(() => box.find('#userName-error').textContent, 'the name is missing');
    expect(box.find('#userName-error').textContent).to.equal('Enter your user name.');
    fill(box.find('#userName'), 'li.lei');
    box.find('.main').click();
    await soon(() => box.find('#password-error').textContent, 'the password is missing');
    expect([box.find('#password-error').textContent, focused()?.id]).to.deep.equal([
      'Enter your password.',
      'password',
    ]);
    fill(box.find('#password'), 'wrong');
    await press('Enter');
    await soon(() => box.find('#password-error').textContent.includes('4'), 'the attempts that are left');
    expect(box.find('#password-error').textContent).to.equal('Wrong user name or password, attempts left: 4');
    expect(box.find('#password').getAttribute('aria-invalid')).to.equal('true');
    expect(box.find('#password').getAttribute('aria-describedby')).to.equal('password-error');
    const errors = box.details.filter((_, index) => box.events[index] === 'error');
    expect(errors.map(({ code }) => code)).to.deep.equal([
      'input-missing',
      'input-missing',
      'password-wrong',
    ]);
  });
});
