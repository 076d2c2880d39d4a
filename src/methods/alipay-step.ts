import { type AlipayApi, loginWithAlipay } from '../client/login.js';
import { continuedSteps } from '../flow/continued-steps.js';
import { bareAddress, readRedirectUrl, textSetting } from '../flow/redirect-settings.js';
import { type RedirectPlace, redirectStep } from '../flow/redirect-step.js';
import type { Screen, Settings, Step } from '../flow/step.js';
import { alipayErrors } from './alipay-errors.js';

const AUTHORIZE_URL = 'https://openauth.alipay.com/oauth2/publicAppAuthorize.htm';

/** The one step of a login with Alipay: it goes there, and exchanges the `auth_code` that comes back. */
export function alipayStep(screen: Screen, place?: RedirectPlace): Step {
  return redirectStep(
    {
      id: 'alipay',
      screen,
      codeParameter: 'auth_code',
      appIdParameter: 'app_id',
      // The last three are in older documents of Alipay's only.
      otherParameters: ['source', 'scope', 'userOutputs', 'alipay_token', 'error_scope'],
      errorTexts: alipayErrors,
      continuations: continuedSteps(),

      plan(settings, page) {
        const appId = textSetting(
          settings,
          'alipayAppId',
          'alipay-app-id',
          /^(?!undefined$|null$|your)[\w-]{1,32}$/i,
        );
        const scope = textSetting(settings, 'alipayScope', 'alipay-scope', /^auth_(user|base)$/, 'auth_user');
        readApi(settings);
        const returnTo = readRedirectUrl(
          textSetting(settings, 'alipayRedirectUri', 'alipay-redirect-uri', /./, bareAddress(page)),
          'alipay-redirect-uri',
          { page, taken: ['state', 'auth_code', 'app_id'] },
        );
        const authorizeUrl = readRedirectUrl(
          textSetting(settings, 'alipayAuthorizeUrl', 'alipay-authorize-url', /./, AUTHORIZE_URL),
          'alipay-authorize-url',
        );
        return {
          appId,
          returnTo,
          authorize: (state) =>
            authorizeUrl +
            (authorizeUrl.includes('?') ? '&' : '?') +
            `app_id=${appId}&scope=${scope}&state=${state}&redirect_uri=${encodeURIComponent(returnTo)}`,
        };
      },

      // WeChat blocks Alipay's pages; Alipay's own webview lets people through.
      obstacle: (userAgent) => (/MicroMessenger/i.test(userAgent) ? 'wechat' : null),

      send: (code, run) => loginWithAlipay(run.client(), { code, api: readApi(run) }, run),
    },
    place,
  );
}

function readApi(settings: Settings): AlipayApi | undefined {
  const api = textSetting(settings, 'alipayApi', 'alipay-api', /^(v[23])?$/, '');
  return api === '' ? undefined : (api as AlipayApi);
}
