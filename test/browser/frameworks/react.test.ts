import { expect } from '@open-wc/testing';
import { Activity, type ReactNode, StrictMode, Suspense, act, createElement, createRef, use } from 'react';
import { type Root, createRoot } from 'react-dom/client';
import type { CiamLogin as Element } from '../../../src/entries/element.ts';
import { CiamLogin, type CiamLoginProps } from '../../../src/entries/react.ts';
import { soon } from '../support/steps.ts';

const TWO_TABS: CiamLoginProps = { lang: 'en', alipayAppId: '2021', methods: 'sms,alipay' };

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

describe('promise F2: the React wrapper in a page', () => {
  let root: Root;
  let place: HTMLElement;

  beforeEach(() => {
    place = document.createElement('main');
    document.body.append(place);
    root = createRoot(place);
  });
  afterEach(async () => {
    await show(null);
    place.remove();
  });

  const show = (node: ReactNode) =>
    act(() => {
      root.render(node);
      return Promise.resolve(); // so that it waits for what is suspended, too
    });
  const box = () => place.querySelector<Element>('ciam-login')!;

  /** Opens the other tab, of which the element tells with one `ciam-login-step`. */
  async function turn(method: string) {
    box().method = method;
    await box().updateComplete;
  }

  it('promise F2: defines the tag once a box has its properties and listeners', async () => {
    expect(customElements.get('ciam-login')).to.equal(undefined);
    const define = customElements.define.bind(customElements);
    const seen: unknown[] = [];
    customElements.define = (...args) => {
      // What somebody who comes back from Alipay needs at that moment.
      box().dispatchEvent(new Event('ciam-login-success'));
      seen.push(Reflect.get(box(), 'messages'));
      define(...args);
    };
    const messages = { mobile: 'Phone' };
    await show(
      createElement(CiamLogin, { ...TWO_TABS, messages, onCiamLoginSuccess: () => seen.push('heard') }),
    );
    customElements.define = define;
    expect(seen).to.deep.equal(['heard', messages]);
    await box().updateComplete;
    expect(box().renderRoot.textContent).to.contain('Phone');
  });

  it('promise F2: hears each event by its name in props, and no more once it has gone', async () => {
    const heard: string[] = [];
    const hear = ({ type }: Event) => heard.push(type.slice('ciam-login-'.length));
    await show(
      createElement(CiamLogin, {
        onCiamLoginSuccess: hear,
        onCiamLoginError: hear,
        onCiamLoginStep: hear,
        onCiamLoginCodeSent: hear,
        onCiamLoginRedirect: hear,
      }),
    );
    const element = box();
    const names = ['success', 'error', 'step', 'code-sent', 'redirect'];
    const tell = () => names.forEach((name) => element.dispatchEvent(new Event(`ciam-login-${name}`)));
    tell();
    expect(heard).to.deep.equal(names);
    await show(null);
    tell();
    expect(heard).to.deep.equal(names);
  });

  it('promise F2: in StrictMode it hears once, always with the newest listener', async () => {
    const heard: string[] = [];
    const render = (name: string) =>
      show(
        createElement(
          StrictMode,
          null,
          createElement(CiamLogin, { ...TWO_TABS, onCiamLoginStep: () => heard.push(name) }),
        ),
      );
    await render('first');
    await turn('alipay');
    await render('second');
    await turn('sms');
    expect(heard).to.deep.equal(['first', 'second']);
    await show(createElement(StrictMode, null, createElement(CiamLogin, TWO_TABS)));
    await turn('alipay');
    expect(heard).to.have.length(2);
  });

  it('promise F2: it hears while a Suspense boundary hides it', async () => {
    const heard: string[] = [];
    const never = new Promise<never>(() => undefined);
    const Late = ({ isLate }: { isLate: boolean }) => (isLate ? use(never) : null);
    const render = (isLate: boolean) =>
      show(
        createElement(
          Suspense,
          { fallback: 'Wait' },
          createElement(CiamLogin, {
            ...TWO_TABS,
            onCiamLoginStep: ({ detail }) => heard.push(detail.method),
          }),
          createElement(Late, { isLate }),
        ),
      );
    await render(false);
    const element = box();
    await render(true);
    expect([box() === element, getComputedStyle(element).display]).to.deep.equal([true, 'none']);
    await turn('alipay');
    expect(heard).to.deep.equal(['alipay']);
    await render(false);
    await turn('sms');
    expect([box() === element, heard]).to.deep.equal([true, ['alipay', 'sms']]);
  });

  it('promise F2: it hears while an Activity hides it', async () => {
    const heard: string[] = [];
    const render = (mode: 'visible' | 'hidden') =>
      show(
        createElement(Activity, {
          mode,
          children: createElement(CiamLogin, {
            ...TWO_TABS,
            onCiamLoginStep: ({ detail }) => heard.push(detail.method),
          }),
        }),
      );
    await render('visible');
    await render('hidden');
    await turn('alipay');
    await render('visible');
    await turn('sms');
    expect(heard).to.deep.equal(['alipay', 'sms']);
  });

  it('promise F2: sets properties, and takes away those that are no longer given', async () => {
    const solveCaptcha = () => Promise.resolve('token');
    await show(
      createElement(CiamLogin, { baseUrl: 'https://a.example', solveCaptcha, timeout: 5000, hidden: true }),
    );
    expect([box().baseUrl, box().solveCaptcha, Number(box().timeout)]).to.deep.equal([
      'https://a.example',
      solveCaptcha,
      5000,
    ]);
    expect(box().hidden).to.equal(true);
    await show(createElement(CiamLogin, { hidden: false }));
    expect([box().solveCaptcha, box().getAttribute('base-url'), box().hidden]).to.deep.equal([
      undefined,
      null,
      false,
    ]);
  });

  it('promise F2: its ref is the element, with focus() and reset()', async () => {
    const ref = createRef<Element>();
    await show(createElement(CiamLogin, { ref, lang: 'en' }));
    expect(ref.current === box()).to.equal(true);
    ref.current?.focus();
    await soon(() => box().renderRoot.querySelector('#mobile:focus') !== null, 'the field has the focus');
    const field = box().renderRoot.querySelector<HTMLInputElement>('#mobile')!;
    field.value = '138';
    ref.current?.reset();
    expect(field.value).to.equal('');
    await show(null);
    expect(ref.current).to.equal(null);
  });
});
