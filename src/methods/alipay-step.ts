import { type AlipayApi, loginWithAlipay } from '../client/login.js';
import { continuedSteps } from '../flow/continued-steps.js';
import { readRedirectPlan } from '../flow/redirect-plan.js';
import { textSetting } from '../flow/redirect-settings.js';
import { type RedirectPlace, redirectStep } from '../flow/redirect-step.js';
import type { Screen, Settings, Step } from '../flow/step.js';
import { alipayErrors } from './alipay-errors.js';

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
        readApi(settings);
        return readRedirectPlan(settings, page, {
          name: 'alipay',
          url: 'https://openauth.alipay.com/oauth2/publicAppAuthorize.htm',
          scopes: /^auth_(user|base)$/,
          scope: 'auth_user',
          added: ['state', 'auth_code', 'app_id'],
          query: ({ appId, scope, state, returnTo }) =>
            `app_id=${appId}&scope=${scope}&state=${state}&redirect_uri=${returnTo}`,
        });
      },

      // WeChat blocks Alipay's pages; Alipay's own webview lets people through.
      obstacle: (userAgent) => (/MicroMessenger/i.test(userAgent) ? 'wechat' : null),

      send: (code, run) => loginWithAlipay(run.client(), { code, api: readApi(run) }, run),
    },
    place,
  );
}

/** @throws {CiamError} `config` */
function readApi(settings: Settings): AlipayApi | undefined {
  const api = textSetting(settings, 'alipayApi', 'alipay-api', /^(v[23])?$/, '');
  return (api || undefined) as AlipayApi | undefined;
}
