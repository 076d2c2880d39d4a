/** The languages that the widget has built in. */
export const LANGS = ['zh-CN', 'en'] as const;

export type Lang = (typeof LANGS)[number];

/** What things are called on the page: the names a person, or a screen reader, finds them by. */
export interface Names {
  readonly mobile: string;
  readonly code: string;
  readonly getCode: string;
  readonly logIn: string;
  readonly puzzle: string;
  readonly cancel: string;
  readonly consentSwitch: string;
  readonly faultWhat: string;
  readonly faultWhere: string;
  readonly addFault: string;
  readonly removeFault: RegExp;
}

export const NAMES: Readonly<Record<Lang, Names>> = {
  'zh-CN': {
    mobile: '手机号',
    code: '验证码',
    getCode: '获取验证码',
    logIn: '登录',
    puzzle: '拖动滑块完成拼图',
    cancel: '取消',
    consentSwitch: '需要勾选协议',
    faultWhat: '出什么问题',
    faultWhere: '哪个请求',
    addFault: '添加故障',
    removeFault: /^移除：/,
  },
  en: {
    mobile: 'Mobile number',
    code: 'Verification code',
    getCode: 'Get code',
    logIn: 'Log in',
    puzzle: 'Drag the piece into place',
    cancel: 'Cancel',
    consentSwitch: 'Ask for consent',
    faultWhat: 'What goes wrong',
    faultWhere: 'On which call',
    addFault: 'Add fault',
    removeFault: /^Remove: /,
  },
};
