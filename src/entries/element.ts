/**
 * The classes: `CiamLogin` with every method, `LoginElement` without any, for a choice of one's own. Nothing is defined until `defineCiamLogin()` is called.
 *
 * @module
 */
import { alipay } from '../methods/alipay.js';
import { oneClick } from '../methods/one-click.js';
import type { OneClickProvider } from '../methods/one-click-token.js';
import { sms } from '../methods/sms.js';
import type { LoginMethod } from '../methods/method.js';
import { LoginElement } from '../ui/login-element.js';

export { LoginElement } from '../ui/login-element.js';
export type { LoginMethod, MethodTexts } from '../methods/method.js';
export type { OneClickProvider } from '../methods/one-click-token.js';
export type {
  CiamLoginEventMap,
  CodeSentDetail,
  LoginErrorDetail,
  LoginStepDetail,
  LoginSuccessDetail,
  RedirectDetail,
} from '../ui/events.js';
export type * from '../ui/markup-types.js';
export type { LanguagePack } from '../locales/language-pack.js';
export type { CaptchaRequest, CaptchaSolver } from '../flow/captcha-request.js';
export type { MessageOverrides, Messages } from '../locales/messages.js';

/**
 * The login box with every method. Importing it defines no tag; {@link defineCiamLogin} does.
 *
 * @tagname ciam-login
 */
export class CiamLogin extends LoginElement {
  static override readonly loginMethods: readonly LoginMethod[] = [sms, alipay, oneClick];

  /**
   * The application's id at Alipay. Setting it offers the login with Alipay.
   * @attr alipay-app-id
   */
  declare alipayAppId: string | null | undefined;
  /**
   * What Alipay is asked for: `auth_user`, or `auth_base`; without it the first.
   * @attr alipay-scope
   */
  declare alipayScope: string | null | undefined;
  /**
   * Where Alipay sends people back to, registered there to the letter; without it this page, less its query and hash.
   * @attr alipay-redirect-uri
   */
  declare alipayRedirectUri: string | null | undefined;
  /**
   * Alipay's authorize page; without it that of production.
   * @attr alipay-authorize-url
   */
  declare alipayAuthorizeUrl: string | null | undefined;
  /**
   * Fixes the version of the tenant's Alipay call, `v3` or `v2`; without it `v3`, and `v2` where there is none.
   * @attr alipay-api
   */
  declare alipayApi: string | null | undefined;
  /** The way to the phone's carrier. Setting it offers the login with one tap, where it is available. */
  declare oneClick: OneClickProvider | null | undefined;
}

/**
 * Defines the tag. Where there is one already, from another copy or version of this package, that one stays
 * and a warning says so: a page that loads the widget twice must not break. Without a DOM it does nothing.
 *
 * @param tag Name of the element; anything that `customElements.define` takes.
 */
export function defineCiamLogin(tag = 'ciam-login'): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  const existing = registry?.get(tag);
  if (!existing) {
    // A class can have one tag only, so every tag gets a class of its own.
    registry?.define(tag, class extends CiamLogin {});
  } else if (!(existing.prototype instanceof CiamLogin)) {
    console.warn(`<${tag}> was defined before, by another copy; that one stays.`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ciam-login': CiamLogin;
  }
}
