/** What happens to a person at a login: an error, or a status of the API. */
export interface Outcome {
  /** `error_code` without prefix. */
  error?: string;
  /** Fill the `{0}`, `{1}` of the error's text. */
  params?: readonly string[];
  /** Status of the login's answer; an outcome with neither is `SUCCESS`. */
  status?: string;
  /** Status of the answer after the continuation; `SUCCESS` if absent. */
  then?: string;
  /** The state_token has expired already. */
  stale?: boolean;
  /** The error comes when a message is asked for, not at the login. */
  onSend?: boolean;
}

/** A mobile number with a part to play. */
export interface TestNumber {
  mobile: string;
  outcome: Outcome;
  zh: string;
  en: string;
}

function entry(mobile: string, outcome: Outcome, zh: string, en: string): TestNumber {
  return { mobile, outcome, zh, en };
}

/** The number that always gets, and at any time accepts, `FIXED_CODE`. */
export const FIXED_MOBILE = '12345678901';

/** See `FIXED_MOBILE`. */
export const FIXED_CODE = '232326';

/** The password of every user, for the password calls and for `old_password`. */
export const TEST_PASSWORD = 'Test-1234';

/** Numbers that lead to each end of a login. Every other valid number logs in as a user of its own. */
export const TEST_NUMBERS = {
  fixedCode: entry(FIXED_MOBILE, {}, '验证码总是 232326', 'Code is always 232326'),
  userNotFound: entry('13800000001', { error: 'USER.0001' }, '用户未找到', 'User not found'),
  userDisabled: entry('13800000002', { error: 'USER.0039' }, '用户已被禁用', 'User is disabled'),
  userLocked: entry(
    '13800000003',
    { error: 'LOGIN.0001', params: ['14', '30'] },
    '用户已被锁定',
    'User is locked',
  ),
  busy: entry('13800000004', { error: 'COM.0002' }, '系统繁忙 (500)', 'System busy (500)'),
  sendFails: entry(
    '13800000005',
    { error: 'CAPTCHA.0006', onSend: true },
    '短信发送失败',
    'Message cannot be sent',
  ),
  mfa: entry('13800000006', { status: 'MFA_AUTH' }, '需要二次认证', 'Second factor'),
  socialBind: entry('13800000007', { status: 'SOCIAL_BIND' }, '需要绑定手机号', 'Must bind a mobile number'),
  userRegister: entry('13800000008', { status: 'USER_REGISTER' }, '需要注册', 'Must register'),
  passwordWarn: entry('13800000009', { status: 'PASSWORD_WARN' }, '密码即将过期', 'Password expires soon'),
  passwordExpired: entry('13800000010', { status: 'PASSWORD_EXPIRED' }, '密码已过期', 'Password has expired'),
  accessDenied: entry('13800000011', { status: 'ACCESS_DENIED' }, '策略拒绝访问', 'Access denied by policy'),
  unknownStatus: entry('13800000012', { status: 'RISK_REVIEW' }, '未知状态', 'Status nobody knows'),
  mfaThenDenied: entry(
    '13800000013',
    { status: 'MFA_AUTH', then: 'ACCESS_DENIED' },
    '二次认证后拒绝访问',
    'Second factor, then denied',
  ),
  paddedSuccess: entry(
    '13800000014',
    { status: ' SUCCESS ' },
    '状态前后有空格',
    'Success with blanks around it',
  ),
  unknownError: entry('13800000015', { error: 'RISK.0042' }, '未知错误码', 'Error code nobody knows'),
  mfaStale: entry(
    '13800000016',
    { status: 'MFA_AUTH', stale: true },
    '二次认证的 state token 已过期',
    'Second factor, state token already expired',
  ),
  mfaThenExpired: entry(
    '13800000017',
    { status: 'MFA_AUTH', then: 'PASSWORD_EXPIRED' },
    '二次认证后密码已过期',
    'Second factor, then password expired',
  ),
} as const satisfies Record<string, TestNumber>;

/** What a login of this number leads to. */
export function outcomeOf(mobile: string): Outcome {
  return Object.values<TestNumber>(TEST_NUMBERS).find((each) => each.mobile === mobile)?.outcome ?? {};
}
