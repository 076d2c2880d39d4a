import { has, need, type Call, type Route, type Tenant } from '../call.js';
import { answerSpelling, isMobile } from '../countries.js';
import { loginAnswer, PASSWORD_POLICY } from '../login-answer.js';
import { json, Refusal, type Reply } from '../reply.js';
import type { State } from '../state-tokens.js';
import { outcomeOf, type Outcome } from '../test-numbers.js';
import { isEmail } from './messages.js';

const PREFIX = '/api/v2/sdk';

function readState(call: Call, tenant: Tenant, ...purposes: string[]): Promise<State> {
  return tenant.states.read(call.headers['x-state-token'], purposes, call);
}

async function goOn(
  state: State,
  account: string,
  outcome: Outcome,
  call: Call,
  tenant: Tenant,
): Promise<Reply> {
  tenant.states.spend(state);
  return loginAnswer(account, outcome, call, tenant);
}

/** What follows a binding: the part of the number that was bound, but never a second binding. */
function outcomeAfterBinding(account: string): Outcome {
  const outcome = outcomeOf(account);
  return outcome.status === 'SOCIAL_BIND' || outcome.status === 'USER_REGISTER' ? {} : outcome;
}

function binding(path: string, purpose: string, smsType: string, emailType: string): Route {
  return {
    method: 'POST',
    path,
    handle: async (call, tenant) => {
      const state = await readState(call, tenant, purpose);
      const byEmail = has(call, 'email') && !has(call, 'mobile');
      const account = need(call, byEmail ? 'email' : 'mobile', 'PARAM.0006');
      const isGood = byEmail ? isEmail(account) : isMobile(account, tenant.settings.areaCodes);
      if (!isGood) throw new Refusal('PARAM.0006');
      const code = need(call, 'verify_code', 'PARAM.0009');
      tenant.codes.spend(account, [byEmail ? emailType : smsType], code);
      return goOn(state, account, outcomeAfterBinding(account), call, tenant);
    },
  };
}

function meetsPolicy(password: string): boolean {
  const { minLength, maxLength, regEx } = PASSWORD_POLICY;
  const fits = password.length >= minLength && password.length <= maxLength;
  return fits && new RegExp(regEx).test(password);
}

/** The calls that finish a login which was not over with its first answer. */
export const continuationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${PREFIX}/mobile-by-token`,
    handle: async (call, tenant) => {
      const state = await readState(call, tenant, 'MFA_AUTH');
      return json({ mobile: answerSpelling(state.account) });
    },
  },
  {
    method: 'POST',
    path: `${PREFIX}/mfa/sms`,
    handle: async (call, tenant) => {
      const state = await readState(call, tenant, 'MFA_AUTH');
      const mobile = need(call, 'mobile', 'PARAM.0006');
      if (!isMobile(mobile, tenant.settings.areaCodes)) throw new Refusal('PARAM.0006');
      const code = need(call, 'verify_code', 'PARAM.0009');
      if (mobile !== state.account) throw new Refusal('CAPTCHA.0007');
      tenant.codes.spend(mobile, tenant.settings.mfaSmsTypes, code);
      return goOn(state, mobile, { status: state.then }, call, tenant);
    },
  },
  binding(`${PREFIX}/social/bind`, 'SOCIAL_BIND', 'BIND_MOBILE_SMS', 'BIND_EMAIL'),
  binding(`${PREFIX}/social/register-bind`, 'USER_REGISTER', 'REGISTER_SMS', 'REGISTER_EMAIL'),
  {
    method: 'POST',
    path: `${PREFIX}/pwd/update`,
    handle: async (call, tenant) => {
      const state = await readState(call, tenant, 'PASSWORD_WARN', 'PASSWORD_EXPIRED');
      const oldPassword = need(call, 'old_password', 'PASSWORD.0001');
      const newPassword = need(call, 'new_password', 'PASSWORD.0001');
      tenant.passwordTries.check(state.account, oldPassword);
      if (newPassword === oldPassword || !meetsPolicy(newPassword)) throw new Refusal('PASSWORD.0001');
      return goOn(state, state.account, { status: state.then }, call, tenant);
    },
  },
  {
    method: 'GET',
    path: `${PREFIX}/pwd/skip-update`,
    handle: async (call, tenant) => {
      const state = await readState(call, tenant, 'PASSWORD_WARN');
      return goOn(state, state.account, { status: state.then }, call, tenant);
    },
  },
];
