import { loginWithOneClick } from '../client/login.js';
import { continuedSteps } from '../flow/continued-steps.js';
import { redeem } from '../flow/next.js';
import type { ErrorTexts, InEachLanguage, Screen, Step } from '../flow/step.js';
import { askToken, readProvider } from './one-click-token.js';

const errorTexts: InEachLanguage<ErrorTexts> = {
  en: {
    'one-click-unavailable':
      'Logging in with this phone’s number does not work here. Please use a text message.',
    'one-click-failed': 'This phone’s number could not be confirmed. Please use a text message.',
  },
  'zh-CN': {
    'one-click-unavailable': '当前环境无法使用本机号码一键登录，请使用短信登录。',
    'one-click-failed': '本机号码验证失败，请使用短信登录。',
  },
};

/** The one step of a login with the phone's own number. */
export function oneClickStep(screen: Screen): Step {
  return {
    ...screen,
    errorTexts,
    async submit(_values, run) {
      const client = run.client();
      const provider = readProvider(run.setting('oneClick'));
      // Nothing is waited for before this: the carrier's page may open only in answer to a click.
      const accessToken = await askToken(provider, run.signal, client.timeout);
      return redeem(run, () => loginWithOneClick(client, { accessToken }, run), continuedSteps());
    },
  };
}
