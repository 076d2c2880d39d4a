import { sms } from '../methods/sms.js';
import { LoginElement } from '../ui/login-element.js';

export { LoginElement } from '../ui/login-element.js';
export type { LoginMethod } from '../methods/method.js';
export type * from '../ui/events.js';
export type { CaptchaRequest, CaptchaSolver } from '../flow/captcha-request.js';
export type { MessageOverrides, Messages } from '../locales/messages.js';

/**
 * The login box with every method. Importing it defines no tag; {@link defineCiamLogin} does.
 *
 * @tagname ciam-login
 */
export class CiamLogin extends LoginElement {
  static override readonly loginMethods = [sms];
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
