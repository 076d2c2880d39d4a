import type { CiamLogin } from '../../src/entries/element.js';
import type { MountState } from './mount-states.js';

/** Puts boxes into a page, brings each into a state, and takes it out again. */
export type Mounts = (state: MountState, times: number) => Promise<void>;

/** In the page: makes the function that does it. It holds on to nothing, and is sent there as text. */
export function createMounts(baseUrl: string): Mounts {
  const APP_ID = '2021000000000000';
  const { setTimeout } = window;
  let people = 0;

  const until = async (what: string, isSo: () => unknown) => {
    for (const end = Date.now() + 10_000; !isSo();) {
      if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  /** Runs something that leads to a call, and waits until that is out. */
  const called = async (path: RegExp, act: () => unknown) => {
    const { fetch } = window;
    let isOut = false;
    window.fetch = (...args) => {
      isOut ||= typeof args[0] === 'string' && path.test(args[0]);
      return fetch(...args);
    };
    await act();
    await until(`a call to ${String(path)}`, () => isOut);
    window.fetch = fetch;
  };
  const find = (box: CiamLogin, selector: string) => box.shadowRoot?.querySelector<HTMLElement>(selector);
  const fill = (box: CiamLogin, id: string, value: string) => {
    const field = find(box, id) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  };
  const click = (box: CiamLogin, selector: string) => find(box, selector)?.click();
  const mount = async (attributes: Readonly<Record<string, string>> = {}, place = document.body) => {
    const box = document.createElement('ciam-login');
    const all = { 'base-url': baseUrl, 'client-id': 'demo-client', lang: 'en', ...attributes };
    for (const [name, value] of Object.entries(all)) box.setAttribute(name, value);
    place.append(box);
    await box.updateComplete;
    return box;
  };
  const order = async (box: CiamLogin) => {
    box.solveCaptcha = () => Promise.resolve('token');
    fill(box, '#mobile', `138${String(10_000_000 + people++)}`);
    await until('a free button', () => find(box, '.send')?.ariaDisabled !== 'true');
    click(box, '.send');
  };
  const logIn = (box: CiamLogin) => {
    fill(box, '#mobile', '13800138000');
    fill(box, '#code', '123456');
    click(box, '.main');
  };

  const ways: Record<MountState, () => Promise<CiamLogin>> = {
    'an idle form': () => mount(),
    async 'a form that was typed into'() {
      const box = await mount();
      box.focus();
      fill(box, '#mobile', '13800138000');
      await until('the code of the login', () => box.shadowRoot?.adoptedStyleSheets.length === 4);
      return box;
    },
    async 'tabs, all opened'() {
      const box = await mount({ 'alipay-app-id': APP_ID });
      box.oneClick = { getToken: () => Promise.resolve('') };
      for (const method of ['one-click', 'alipay', 'sms']) {
        box.method = method;
        await box.updateComplete;
        find(box, 'form')?.dispatchEvent(new Event('change'));
        await until('the code of the login', () => box.shadowRoot?.adoptedStyleSheets.length === 4);
      }
      return box;
    },
    async 'countries on their way'() {
      const box = await mount({ 'area-codes': 'auto' });
      await called(/country-codes/, () => find(box, 'form')?.dispatchEvent(new Event('change')));
      return box;
    },
    async 'a code sent, its countdown running'() {
      const box = await mount();
      const sent = new Promise((resolve) => box.addEventListener('ciam-login-code-sent', resolve));
      await order(box);
      await sent;
      await until('the countdown', () => /\d/.test(find(box, '.send')?.textContent ?? ''));
      return box;
    },
    async 'a puzzle open'() {
      const box = await mount();
      fill(box, '#mobile', `138${String(10_000_000 + people++)}`);
      click(box, '.send');
      await until('the picture', () => find(box, 'dialog .ground'));
      return box;
    },
    async 'a message on its way'() {
      const box = await mount();
      await called(/sms.send/, () => order(box));
      return box;
    },
    async 'a login under way'() {
      const box = await mount();
      await called(/login/, () => logIn(box));
      return box;
    },
    async 'a refusal shown'() {
      const box = await mount();
      logIn(box);
      await until('the sentence', () => find(box, '.error:not(:empty)'));
      return box;
    },
    async 'another step asked for'() {
      const box = await mount();
      logIn(box);
      await until('the step', () => find(box, '.title'));
      return box;
    },
    async 'one tap waiting'() {
      const box = await mount();
      let isAsked = false;
      box.oneClick = {
        getToken: () => {
          isAsked = true;
          return new Promise(() => undefined);
        },
      };
      box.method = 'one-click';
      await box.updateComplete;
      click(box, '.main');
      await until('the question', () => isAsked);
      return box;
    },
    async 'back from Alipay'() {
      const attributes = { 'alipay-app-id': APP_ID, 'alipay-redirect-uri': location.href };
      const before = await mount({ ...attributes, method: 'alipay' });
      let way = '';
      before.addEventListener('ciam-login-redirect', (event) => {
        event.preventDefault();
        way = event.detail.url;
      });
      click(before, '.main');
      await until('the way out', () => way);
      before.remove();
      const { href } = location;
      const state = new URL(way).searchParams.get('state') ?? '';
      history.replaceState(null, '', `?app_id=${APP_ID}&auth_code=none&state=${state}`);
      let box = before;
      await called(/login.alipay/, async () => (box = await mount(attributes)));
      history.replaceState(null, '', href);
      return box;
    },
    async 'logged in'() {
      const box = await mount();
      logIn(box);
      await until('the end', () => find(box, '.done'));
      return box;
    },
  };

  return async (state, times) => {
    // The countdown of another state's last message: one number in 256 is taken for the one that it went to.
    localStorage.clear();
    for (let i = 0; i < times; i++) {
      const box = await ways[state]();
      box.remove();
      await Promise.resolve();
    }
  };
}
