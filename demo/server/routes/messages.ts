import { need, type Call, type Route, type Tenant } from '../call.js';
import { COUNTRIES, isMobile } from '../countries.js';
import { empty, Interruption, json, Refusal, type Reply } from '../reply.js';
import { outcomeOf } from '../test-numbers.js';

const PREFIX = '/api/v2/sdk';

const SMS_TYPES = [
  'LOGIN_SMS',
  'REGISTER_SMS',
  'BIND_MOBILE_SMS',
  'FORGET_PWD_SMS',
  'UPDATE_MOBILE_SMS',
  'UPDATE_PWD_SMS',
];

/** Undocumented: the types of `sms/send` with the obvious ending. */
const EMAIL_TYPES = ['LOGIN_EMAIL', 'REGISTER_EMAIL', 'BIND_EMAIL', 'MFA_AUTH_EMAIL', 'FORGET_PWD_EMAIL'];

/** Whether this is an email address, roughly. */
export function isEmail(value: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
}

function messageText(code: string, call: Call, tenant: Tenant): string {
  const { codeSeconds, smsHost } = tenant.settings;
  const minutes = Math.max(1, Math.round(codeSeconds / 60));
  const sentence =
    call.language === 'zh'
      ? `【Demo】您的验证码是 ${code}，${minutes} 分钟内有效。`
      : `[Demo] Your verification code is ${code}. It is valid for ${minutes} minutes.`;
  return `${sentence}\n\n@${smsHost} #${code}`;
}

function send(to: string, type: string, call: Call, tenant: Tenant): Reply {
  const credential = need(call, 'captcha_token', 'PARAM.0008');
  const { captchas, codes, inbox, clock } = tenant;
  const wait = codes.waitFor(to);
  if (wait > 0) throw new Interruption(empty(429, { 'retry-after': String(wait) }));
  captchas.redeem(credential, to);
  const outcome = outcomeOf(to);
  if (outcome.onSend === true && outcome.error !== undefined) throw new Refusal(outcome.error);
  const code = codes.issue(to, type);
  inbox.deliver({ to, text: messageText(code, call, tenant), code, type, sentAt: clock.now() });
  return empty();
}

/** The country codes, and the messages that carry codes. */
export const messageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${PREFIX}/country-codes`,
    handle: (_call, { settings }) => {
      const has = settings.areaCodes;
      const phoneAreaCodeDefinitions = COUNTRIES.filter(({ areaCode }) => has.includes(areaCode));
      const first = COUNTRIES.find(({ areaCode }) => areaCode === has[0]);
      return json({ phoneAreaCodeDefinitions, preferredAreaCode: first?.countryCode ?? 'CN' });
    },
  },
  {
    method: 'POST',
    path: `${PREFIX}/sms/send`,
    handle: (call, tenant) => {
      const mobile = need(call, 'mobile', 'PARAM.0006');
      if (!isMobile(mobile, tenant.settings.areaCodes)) throw new Refusal('PARAM.0006');
      const type = need(call, 'type', 'PARAM.0007');
      if (![...SMS_TYPES, ...tenant.settings.mfaSmsTypes].includes(type)) throw new Refusal('PARAM.0007');
      return send(mobile, type, call, tenant);
    },
  },
  {
    method: 'POST',
    path: `${PREFIX}/email/send`,
    handle: (call, tenant) => {
      const email = need(call, 'email', 'PARAM.0006');
      if (!isEmail(email)) throw new Refusal('PARAM.0006');
      const type = need(call, 'type', 'PARAM.0007');
      if (!EMAIL_TYPES.includes(type)) throw new Refusal('PARAM.0007');
      return send(email, type, call, tenant);
    },
  },
];
