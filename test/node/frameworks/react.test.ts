import { createElement, createRef } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { CiamLogin, type CiamLoginElement, type CiamLoginProps } from '../../../src/entries/react.js';
import { attributeValue } from '../../../src/ui/attribute-value.js';

/** What a server sends for a box with these props. */
function html(props: CiamLoginProps): string {
  return renderToString(createElement(CiamLogin, props));
}

/** What the wrapper gives to React for the tag. */
function attributesOf(props: CiamLoginProps): object {
  const given = { props: {} };
  const Look = () => {
    // A component is a function of its props to React, too.
    const { render } = CiamLogin as unknown as { render: (props: CiamLoginProps, ref: null) => typeof given };
    Object.assign(given, render(props, null));
    return null;
  };
  renderToString(createElement(Look));
  return given.props;
}

describe('promise F2: the React wrapper on a server', () => {
  it('promise F2: is imported without a DOM, and defines nothing', async () => {
    expect(globalThis).not.toHaveProperty('document');
    // Lit brings a registry of its own along.
    const asked = [vi.spyOn(customElements, 'get'), vi.spyOn(customElements, 'define')];
    vi.resetModules();
    const fresh = await import('../../../src/entries/react.js');
    renderToString(createElement(fresh.CiamLogin));
    expect(fresh.CiamLogin).not.toBe(CiamLogin);
    for (const spy of asked) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('promise F2: writes what has an attribute by its name, the methods’ own too', () => {
    expect(html({ baseUrl: 'https://tenant.example.com', alipayAppId: '2021', methods: 'sms' })).toBe(
      '<ciam-login base-url="https://tenant.example.com" methods="sms" alipay-app-id="2021"></ciam-login>',
    );
    expect(html({ timeout: 5000, methods: ['sms', 'alipay'], lang: 'en' })).toBe(
      '<ciam-login methods="sms,alipay" lang="en" timeout="5000"></ciam-login>',
    );
  });

  it('promise F2: leaves out what is not given, and what is no text', () => {
    const provider = { getToken: () => Promise.resolve('token') };
    const nothing = { baseUrl: undefined, jwksUri: null, messages: { mobile: 'Phone' }, oneClick: provider };
    expect(html({ ...nothing, onCiamLoginSuccess: () => undefined })).toBe('<ciam-login></ciam-login>');
  });

  it('promise F2: passes on what any element takes', () => {
    const slot = createElement('h1', { slot: 'header', key: 'title' }, 'Log in');
    expect(html({ className: 'box', id: 'login', hidden: true, children: slot })).toBe(
      '<ciam-login class="box" id="login" hidden=""><h1 slot="header">Log in</h1></ciam-login>',
    );
  });

  it('promise F2: an attribute that is false is left out, as React 18 writes it as text; some want the word', () => {
    for (const name of ['hidden', 'inert', 'itemScope']) expect(attributeValue(name, false)).toBeUndefined();
    for (const name of ['aria-busy', 'data-open', 'draggable', 'contentEditable', 'spellCheck'])
      expect(attributeValue(name, false)).toBe(false);
    for (const value of [true, '', 'false', 0, null]) expect(attributeValue('hidden', value)).toBe(value);
    expect(Object.values(attributesOf({ hidden: false }))).not.toContain(false);
  });

  it('promise F2: leaves a ref empty, where there is no element', () => {
    const ref = createRef<CiamLoginElement>();
    expect(renderToString(createElement(CiamLogin, { ref, clientId: 'shop' }))).toContain('client-id="shop"');
    expect(ref.current).toBeNull();
  });
});
