import { loginWithWechat } from '../client/login.js';
import { continuedSteps } from '../flow/continued-steps.js';
import { readRedirectPlan } from '../flow/redirect-plan.js';
import { type RedirectPlace, redirectStep } from '../flow/redirect-step.js';
import type { Screen, Step } from '../flow/step.js';

/** The one step of a login with WeChat: it goes there, and exchanges the `code` that comes back. */
export function wechatStep(screen: Screen, place?: RedirectPlace): Step {
  return redirectStep(
    {
      id: 'wechat',
      screen,
      codeParameter: 'code',
      otherParameters: [],
      errorTexts: {
        en: {
          'wechat-state': 'This WeChat login is no longer valid. Please start it again.',
          'wechat-cancelled': 'The login with WeChat was cancelled.',
          'wechat-unavailable': 'WeChat cannot be used here. Please log in another way.',
        },
        'zh-CN': {
          'wechat-state': '本次微信登录已失效，请重新开始。',
          'wechat-cancelled': '已取消微信登录。',
          'wechat-unavailable': '当前环境无法使用微信登录，请使用其他方式。',
        },
      },
      continuations: continuedSteps(),
      plan: (settings, page) =>
        readRedirectPlan(settings, page, {
          name: 'wechat',
          // A code to scan; inside WeChat a page sets `…/connect/oauth2/authorize` and `snsapi_userinfo`.
          url: 'https://open.weixin.qq.com/connect/qrconnect',
          scopes: /^snsapi_(login|base|userinfo)$/,
          scope: 'snsapi_login',
          added: ['state', 'code'],
          query: ({ appId, scope, state, returnTo }) =>
            `appid=${appId}&redirect_uri=${returnTo}&response_type=code&scope=${scope}&state=${state}#wechat_redirect`,
        }),
      obstacle: () => null,
      send: (code, run) => loginWithWechat(run.client(), { code }, run),
    },
    place,
  );
}
