import { need, type Call, type Route, type Tenant } from '../call.js';
import { isMobile } from '../countries.js';
import type { GrantKind } from '../grant-store.js';
import { loginAnswer } from '../login-answer.js';
import { Refusal, type Reply } from '../reply.js';
import type { Settings } from '../settings.js';
import { outcomeOf } from '../test-numbers.js';
import { isEmail } from './messages.js';

const PREFIX = '/api/v2/sdk/login';

async function withGrant(
  kind: GrantKind,
  code: string,
  refusal: string,
  call: Call,
  tenant: Tenant,
): Promise<Reply> {
  const grant = tenant.grants.redeem(kind, code);
  if (grant === null) throw new Refusal(refusal);
  return loginAnswer(grant.mobile, grant.outcome ?? outcomeOf(grant.mobile), call, tenant);
}

async function withPassword(account: string, call: Call, tenant: Tenant): Promise<Reply> {
  const password = need(call, 'password', 'PARAM.0009');
  tenant.passwordTries.check(account, password);
  return loginAnswer(account, outcomeOf(account), call, tenant);
}

function alipay(version: 'v2' | 'v3'): Route {
  return {
    method: 'POST',
    path: `/api/${version}/sdk/login/alipay`,
    missing: (settings) => (settings.alipayVersions.includes(version) ? null : settings.alipayMissingStatus),
    handle: (call, tenant) =>
      withGrant('alipay', need(call, 'code', 'PARAM.0009'), 'SOCIAL.0001', call, tenant),
  };
}

function userNameLogin(path: string, only?: Settings['dialect']): Route {
  return {
    method: 'POST',
    path,
    ...(only === undefined ? {} : { only }),
    handle: (call, tenant) => withPassword(need(call, 'user_name', 'PARAM.0006'), call, tenant),
  };
}

/** The login calls: each proves who somebody is in another way. */
export const loginRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${PREFIX}/mobile-verify-code`,
    handle: (call, tenant) => {
      const mobile = need(call, 'mobile', 'PARAM.0006');
      if (!isMobile(mobile, tenant.settings.areaCodes)) throw new Refusal('PARAM.0006');
      tenant.codes.spend(mobile, ['LOGIN_SMS'], need(call, 'verify_code', 'PARAM.0009'));
      return loginAnswer(mobile, outcomeOf(mobile), call, tenant);
    },
  },
  alipay('v3'),
  alipay('v2'),
  {
    method: 'POST',
    path: `${PREFIX}/aliyun-mobile-auth`,
    only: 'bc',
    handle: (call, tenant) =>
      withGrant('one-click', need(call, 'access_token', 'PARAM.0009'), 'SOCIAL.0002', call, tenant),
  },
  {
    method: 'POST',
    path: `${PREFIX}/wechat`,
    handle: (call, tenant) =>
      withGrant('wechat', need(call, 'code', 'PARAM.0009'), 'SOCIAL.0001', call, tenant),
  },
  {
    method: 'POST',
    path: `${PREFIX}/email-verify-code`,
    handle: (call, tenant) => {
      const email = need(call, 'email', 'PARAM.0006');
      if (!isEmail(email)) throw new Refusal('PARAM.0006');
      tenant.codes.spend(email, ['LOGIN_EMAIL'], need(call, 'verify_code', 'PARAM.0009'));
      return loginAnswer(email, {}, call, tenant);
    },
  },
  {
    method: 'POST',
    path: `${PREFIX}/mobile-pwd`,
    handle: (call, tenant) => {
      const mobile = need(call, 'mobile', 'PARAM.0006');
      if (!isMobile(mobile, tenant.settings.areaCodes)) throw new Refusal('PARAM.0006');
      return withPassword(mobile, call, tenant);
    },
  },
  userNameLogin(`${PREFIX}/auth`, 'bc'),
  userNameLogin(PREFIX),
];
