import { loginWithPassword } from '../client/login.js';
import { continuedSteps } from '../flow/continued-steps.js';
import { redeem } from '../flow/next.js';
import type { Screen, Step } from '../flow/step.js';
import { CiamError } from '../protocol/errors.js';

/** The one step of a login with a user name and a password (API, section 4). */
export function passwordStep(screen: Screen): Step {
  return {
    ...screen,
    errorTexts: {
      en: {
        'input-missing:userName': 'Enter your user name.',
        'input-missing:password': 'Enter your password.',
      },
      'zh-CN': {
        'input-missing:userName': '请输入用户名。',
        'input-missing:password': '请输入密码。',
      },
    },
    async submit(values, run) {
      const userName = values['userName']?.trim();
      // Blanks may be part of a password.
      const password = values['password'];
      if (!userName) throw new CiamError('input-missing', { subject: 'userName' });
      if (!password) throw new CiamError('input-missing', { subject: 'password' });
      return redeem(
        run,
        () => loginWithPassword(run.client(), { userName, password }, run),
        continuedSteps(),
      );
    },
  };
}
