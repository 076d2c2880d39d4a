import { describe, expect, it } from 'vitest';
import { enForm } from '../../../src/locales/en-form.js';
import { enLogin } from '../../../src/locales/en-login.js';
import { zhCnForm } from '../../../src/locales/zh-cn-form.js';
import { zhCnLogin } from '../../../src/locales/zh-cn-login.js';
import { alipay } from '../../../src/methods/alipay.js';
import { oneClick } from '../../../src/methods/one-click.js';
import { sms } from '../../../src/methods/sms.js';

/** `errors.busy` → its text. */
function flat(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + name, value]] : flat(value as object, `${path}${name}.`),
  );
}

const METHODS = [sms, alipay, oneClick];
const textsOf = (language: 'en' | 'zh-CN') =>
  Object.fromEntries(METHODS.map(({ id, texts }) => [id, texts[language]]));
const EN = new Map(flat({ ...enForm, ...enLogin, methods: textsOf('en') }));
const ZH = new Map(flat({ ...zhCnForm, ...zhCnLogin, methods: textsOf('zh-CN') }));
const ALL = [...EN, ...ZH];

/** Texts that another part of the widget fills in. */
const FILLED: Readonly<Record<string, string>> = {
  resendIn: '{seconds}',
  waitFor: '{seconds}',
  consent: '{links}',
  'steps.mfa.note': '{mobile}',
  'passwordRules.length': '{min},{max}',
  'errors.config': '{subject}',
  retryAfter: '{seconds}',
};

describe('promise A7: the texts of each language', () => {
  it('promise A7: are the same ones', () => {
    expect([...ZH.keys()].sort()).toEqual([...EN.keys()].sort());
    expect(EN.size).toBeGreaterThan(40);
  });

  it.each(ALL)('promise A7: %s is filled in where it should be: %s', (name, text) => {
    expect((text.match(/\{[^}]*\}/g) ?? []).join()).toBe(FILLED[name] ?? '');
  });

  it.each(ALL)('promise S6: %s is text, not markup: %s', (name, text) => {
    expect(text).not.toMatch(/[<>]|&\w+;|[\p{Cc}\p{Cf}]/u);
    // These two are put between others, with the blanks that their language wants.
    if (name !== 'and' && name !== 'retryAfter') expect(text).toBe(text.trim());
  });

  it('promise A7: are in their own language', () => {
    for (const [name, text] of EN) expect(text, name).toMatch(/^[\x20-\x7e’…]+$/);
    for (const [name, text] of ZH) if (name !== 'lang') expect(text, name).toMatch(/\p{Script=Han}/u);
    expect([enForm.lang, zhCnForm.lang]).toEqual(['en', 'zh-CN']);
  });

  it('are the names that outside tests look for', () => {
    const names = ['mobile', 'code', 'getCode', 'puzzleTitle'];
    for (const { id } of METHODS) names.push(`methods.${id}.tab`, `methods.${id}.button`);
    expect(names.map((name) => `${EN.get(name)!} / ${ZH.get(name)!}`)).toEqual([
      'Mobile number / 手机号',
      'Verification code / 验证码',
      'Get code / 获取验证码',
      'Drag the piece into place / 拖动滑块完成拼图',
      'Text message / 短信登录',
      'Log in / 登录',
      'Alipay / 支付宝登录',
      'Continue with Alipay / 使用支付宝登录',
      'One tap / 一键登录',
      'Log in with this phone’s number / 本机号码一键登录',
    ]);
  });
});
