/**
 * Draws the first screen on a server, as declarative shadow DOM, to be seen and typed into before any script has come.
 *
 * @module
 */
import type { LanguagePack } from '../locales/language-pack.js';
import type { MessageOverrides } from '../locales/messages.js';
import type { LoginElement } from '../ui/login-element.js';
import { firstScreen } from '../ui/server/first-screen.js';
import { escapeMarkup } from '../ui/server/template-markup.js';
import { CiamLogin } from './element.js';

type AttributeName =
  | (
      | 'base-url'
      | 'client-id'
      | 'tenant-id'
      | 'device-ip'
      | 'methods'
      | 'method'
      | 'lang'
      | 'dir'
      | 'area-codes'
    )
  | ('terms-url' | 'privacy-url' | 'issuer' | 'audience' | 'jwks-uri' | 'fetch-id-token' | 'mfa-sms-type')
  | ('alipay-app-id' | 'alipay-scope' | 'alipay-redirect-uri' | 'alipay-authorize-url' | 'alipay-api')
  | ('timeout' | 'id' | 'class' | 'style' | 'slot' | 'title' | `data-${string}` | `aria-${string}`);

/** Attributes of `<ciam-login>` as a server writes them; `null` and `undefined` leave one out. */
export type CiamLoginAttributes = { readonly [Name in AttributeName]?: string | null | undefined };

/** What else there is to say of a login box that a server draws. */
export interface RenderOptions {
  /** That of the page's Content Security Policy, for the style sheet in the markup. */
  readonly nonce?: string | undefined;
  /** The class that the page will define, if it is one of its own. */
  readonly element?: typeof LoginElement;
  /** The tag that it is defined under; `ciam-login`. */
  readonly tag?: string;
  /** Markup for the slots `header` and `footer`. It is written as it is: never put there what people have typed. */
  readonly children?: string;
  /** As the element's property of this name, which the page's script then has to set, too. */
  readonly languages?: readonly LanguagePack[];
  /** As the element's property of this name, which the page's script then has to set, too. */
  readonly messages?: MessageOverrides;
}

/**
 * Draws a login box on a server: an element with its first screen as declarative shadow DOM. People see it, and type
 * into it, before any script has come; the element then takes it over with what was typed, the focus and the caret.
 *
 * It needs no DOM and keeps nothing from one call to the next.
 *
 * @param attributes Those of the element. Their values may hold anything. Without `lang` it speaks English, since no
 *   server knows what is around it.
 * @throws {TypeError} for a name that no attribute, or no element, can have
 * @example html += renderCiamLogin({ 'base-url': 'https://tenant.example', 'client-id': '…', lang: 'zh-CN' });
 */
export function renderCiamLogin(attributes: CiamLoginAttributes, options: RenderOptions = {}): string {
  const { nonce, element: LoginBox = CiamLogin, tag = 'ciam-login', children = '', ...properties } = options;
  if (!/^[a-z][a-z\d]*-[a-z\d-]*$/.test(tag)) throw new TypeError(`${tag} is no name for an element`);
  // To be asked for first: the class makes its properties then.
  const known = LoginBox.observedAttributes;
  const element = Object.assign(new LoginBox(), properties);
  const written = Object.entries({ ...attributes, lang: attributes.lang || 'en' }).map(([name, value]) => {
    if (!/^[a-z][a-z\d-]*$/.test(name)) throw new TypeError(`${name} is no name for an attribute`);
    if (value === null || value === undefined) return '';
    if (known.includes(name)) element.attributeChangedCallback(name, null, value);
    return ` ${name}="${escapeMarkup(value)}"`;
  });
  const shadow = `<template shadowrootmode="open">${firstScreen(element, nonce)}</template>`;
  return `<${tag}${written.join('')}>${shadow}${children}</${tag}>`;
}
