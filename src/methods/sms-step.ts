import { loginWithSmsCode } from '../client/login.js';
import { codeStep } from '../flow/code-step.js';
import { continuedSteps } from '../flow/continued-steps.js';
import type { Screen, Step } from '../flow/step.js';

/** The one step of a login with a code by text message (API, section 4). */
export function smsStep(screen: Screen): Step {
  return codeStep({
    screen,
    type: 'LOGIN_SMS',
    purpose: 'login',
    send: ({ to, code }, run) => loginWithSmsCode(run.client(), { mobile: to, code }, run),
    continuations: continuedSteps(),
  });
}
