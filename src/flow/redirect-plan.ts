import type { Page } from '../device/page.js';
import { bareAddress, readRedirectUrl, textSetting } from './redirect-settings.js';
import type { RedirectPlan } from './redirect-step.js';
import type { Settings } from './step.js';

/** What tells one service's authorize page from another's. */
export interface AuthorizePage {
  /** Begins the names of the page's settings: `alipay` for `alipayAppId`, `alipay-app-id`. */
  readonly name: string;
  /** Without `…-authorize-url`. */
  readonly url: string;
  readonly scopes: RegExp;
  /** Without `…-scope`. */
  readonly scope: string;
  /** Parameters that the service adds to the address that it sends people back to. */
  readonly added: readonly string[];
  /** The query of the authorize address, and a hash if it wants one. Each value is encoded already. */
  query(values: { appId: string; scope: string; state: string; returnTo: string }): string;
}

/**
 * Reads what the page has set for a redirect.
 *
 * @throws {CiamError} `config`, whose `subject` is the attribute at fault.
 */
export function readRedirectPlan(settings: Settings, page: Page, service: AuthorizePage): RedirectPlan {
  const { name } = service;
  const setting = (property: string, suffix: string, pattern: RegExp, fallback?: string) =>
    textSetting(settings, name + property, name + suffix, pattern, fallback);

  // What nobody has filled in looks like this.
  const appId = setting('AppId', '-app-id', /^(?!undefined$|null$|your)[\w-]{1,32}$/i);
  const scope = setting('Scope', '-scope', service.scopes, service.scope);
  const returnTo = readRedirectUrl(
    setting('RedirectUri', '-redirect-uri', /./, bareAddress(page)),
    `${name}-redirect-uri`,
    { page, taken: service.added },
  );
  const authorizeUrl = readRedirectUrl(
    setting('AuthorizeUrl', '-authorize-url', /./, service.url),
    `${name}-authorize-url`,
  );
  const separator = authorizeUrl.includes('?') ? '&' : '?';
  return {
    appId,
    returnTo,
    authorize: (state) =>
      authorizeUrl +
      separator +
      service.query({ appId, scope, state, returnTo: encodeURIComponent(returnTo) }),
  };
}
