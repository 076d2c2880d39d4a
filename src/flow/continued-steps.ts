import { bindMobile, fetchMobileByToken, registerMobile, verifySecondFactor } from '../client/continue.js';
import { codeStep } from './code-step.js';
import type { Continuations } from './next.js';

/**
 * What the server may ask for before it lets in somebody who came from elsewhere, or whom it does not trust yet
 * (API, sections 2 and 5). Each answer goes through the same table: binding a number may lead to a second factor.
 */
export function continuedSteps(): Continuations {
  const continuations: Continuations = {
    bind: ({ stateToken }) =>
      codeStep({
        screen: { name: 'bind', fields: ['mobile', 'code'] },
        smsType: 'BIND_MOBILE_SMS',
        purpose: 'bind',
        send: (entered, run) => bindMobile(run.client(), entered, { ...run, stateToken }),
        continuations,
      }),

    register: ({ stateToken }) =>
      codeStep({
        screen: { name: 'register', fields: ['mobile', 'code'] },
        smsType: 'REGISTER_SMS',
        purpose: 'register',
        send: (entered, run) => registerMobile(run.client(), entered, { ...run, stateToken }),
        continuations,
      }),

    async mfa({ stateToken }, run) {
      const mobile = await fetchMobileByToken(run.client(), { ...run, stateToken });
      return codeStep({
        screen: { name: 'mfa', fields: ['code'] },
        mobile,
        smsType: smsTypeOf(run.setting('mfaSmsType')),
        purpose: 'mfa',
        send: (entered, later) => verifySecondFactor(later.client(), entered, { ...later, stateToken }),
        continuations,
      });
    },
  };
  return continuations;
}

/** Type of the second factor's text message: the vendors' documents disagree. */
function smsTypeOf(setting: unknown): string {
  return (typeof setting === 'string' && setting.trim()) || 'OTP_REST_SMS';
}
