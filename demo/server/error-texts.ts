/** The two languages the API speaks (`X-L`). */
export type Language = 'zh' | 'en';

/**
 * Every `error_code` this server can give, without a dialect's prefix, with both texts.
 * The second block is not in any document: a tenant must say something, and clients must cope with it.
 */
export const ERROR_TEXTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'PARAM.0001': { zh: '设备信息不完整', en: 'Device information is incomplete' },
  'PARAM.0002': { zh: 'clientId不能为空', en: 'clientId cannot be empty' },
  'PARAM.0003': { zh: '应用未注册,请先注册应用', en: 'The application is not registered, register it first' },
  'PARAM.0004': { zh: '坐标不能为空', en: 'The coordinates cannot be empty' },
  'PARAM.0005': { zh: '图形验证码token不能为空', en: 'The captcha token cannot be empty' },
  'PARAM.0008': { zh: '图形验证凭证不能为空', en: 'The captcha credential cannot be empty' },
  'PARAM.0009': { zh: '验证码不能为空', en: 'The code cannot be empty' },
  'PARAM.0014': { zh: 'state token无效', en: 'The state token is invalid' },
  'PARAM.0016': { zh: 'id_token无效或已过期', en: 'The id_token is invalid or has expired' },
  'PARAM.0023': { zh: 'session token无效或已过期', en: 'The session token is invalid or has expired' },
  'COMMON.1007': { zh: 'state token无效', en: 'The state token is invalid' },
  'CAPTCHA.0002': { zh: '图形验证失败', en: 'Captcha verification failed' },
  'CAPTCHA.0003': { zh: '图形验证凭证已过期', en: 'The captcha credential has expired' },
  'CAPTCHA.0004': { zh: '图形验证凭证无效', en: 'The captcha credential is invalid' },
  'CAPTCHA.0006': { zh: '验证码发送失败', en: 'The verification code could not be sent' },
  'CAPTCHA.0007': { zh: '验证码错误', en: 'The verification code is wrong' },
  'USER.0001': { zh: '用户未找到', en: 'User not found' },
  'USER.0039': { zh: '用户已被禁用', en: 'The user is disabled' },
  'LOGIN.0001': {
    zh: '用户已被锁定，将在{0}分{1}秒后解锁',
    en: 'The user is locked and will be unlocked in {0} minutes and {1} seconds',
  },
  'LOGIN.0002': {
    zh: '用户名或密码错误，还可以尝试{0}次',
    en: 'Wrong user name or password, attempts left: {0}',
  },
  'COM.0002': { zh: '系统繁忙,请稍后再试', en: 'The system is busy, try again later' },

  'PARAM.0006': { zh: '手机号或邮箱格式不正确', en: 'The mobile number or email address is not valid' },
  'PARAM.0007': { zh: '验证码类型不正确', en: 'The type of the code is not valid' },
  'PARAM.0024': { zh: '签名无效', en: 'The signature is invalid' },
  'PASSWORD.0001': { zh: '新密码不符合密码策略', en: 'The new password does not meet the password policy' },
  'SOCIAL.0001': { zh: '授权码无效或已过期', en: 'The authorization code is invalid or has expired' },
  'SOCIAL.0002': { zh: '一键登录凭证无效或已过期', en: 'The one-click token is invalid or has expired' },
  'RISK.0042': { zh: '登录存在风险，请联系客服', en: 'This login looks risky, contact customer service' },
};

/** The text of a code in one language, its `{0}`, `{1}` … filled in. */
export function errorText(code: string, language: Language, params: readonly string[] = []): string {
  const text = ERROR_TEXTS[code]?.[language] ?? code;
  return text.replace(/\{(\d)\}/g, (hole, index: string) => params[Number(index)] ?? hole);
}
