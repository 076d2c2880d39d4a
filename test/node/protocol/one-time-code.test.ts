import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode } from '../../../src/protocol/one-time-code.js';
import { cpuTime } from '../support/cpu-time.js';

const code = fc.stringMatching(/^\d{4,8}$/);
const separator = fc.constantFrom('', '', ' ', '-', '\u2013', '\u00a0', '\u3000', '\n', '\u200b', '\u202c');

describe('promise O1: a code that was typed', () => {
  it.each([
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['１２３４５６', '123456'],
    ['１２３ ４５６', '123456'],
    ['٠١٢٣٤٥٦٧', '01234567'],
    ['۸۹۱ ۲۳۴', '891234'],
    ['1234', '1234'],
    ['\u202a123456\u202c', '123456'],
    ['12', '12'],
    ['', ''],
    ['   ', ''],
    ['abc', ''],
  ])('promise O1: %j is %j', (typed, digits) => {
    expect(readCode(typed)).toBe(digits);
  });

  it('promise O1: is its digits, whatever stands between them', () => {
    const typed = fc.record({ code, between: fc.array(separator, { minLength: 9, maxLength: 9 }) });
    fc.assert(
      fc.property(typed, ({ code, between }) => {
        const text = Array.from(code, (digit, i) => between[i]! + digit).join('') + between[8]!;
        expect(readCode(text)).toBe(code);
      }),
      { numRuns: 300 },
    );
  });

  it('promise O1: nothing but digits ever comes out, whatever goes in', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789码code:：是 -,１２')), maxLength: 40 }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(readCode(text)).toMatch(/^\d*$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('promise O1: a whole message that was pasted', () => {
  const MESSAGES = [
    '您的验证码是{code}',
    '【商城】验证码：{code}，5分钟内有效，请勿泄露给他人。',
    '【12306】您的验证码为{code}，有效期10分钟。',
    '【京东】{code}（登录验证码），请在30分钟内完成验证。如非本人操作，请忽略本短信。',
    '【银行】尾号1234的客户，您的动态码是{code}。',
    '您的手机号码尾号5678，本次登录验证码{code}，切勿转发。',
    '您正在使用13912345678登录，验证码{code}，10分钟内有效',
    '驗證碼：{code}。請勿將驗證碼告訴他人。',
    '【Demo】您的验证码是 {code}，5 分钟内有效。\n\n@localhost #{code}',
    '[Demo] Your verification code is {code}. It is valid for 5 minutes.\n\n@localhost #{code}',
    'G-{code} is your Google verification code.',
    '{code} is your login code. It expires in 10 minutes.',
    'Your Shop24 code: {code}. Never share it. Questions? Call 4008001234567.',
    'Use OTP {code} to log in. Order 20260601123.',
    'Happy shopping since 1999! Your code is {code}.',
    'Your PIN is {code}',
  ];

  it.each(MESSAGES)('promise O1: %s', (message) => {
    fc.assert(
      fc.property(code, (digits) => {
        expect(readCode(message.replaceAll('{code}', digits))).toBe(digits);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['123 456', '123-456', '123\u2011456'])(
    'promise O1: with its code in two groups, %j',
    (grouped) => {
      expect(readCode(`【云岭】您的验证码是${grouped}，5分钟内有效。`)).toBe('123456');
      expect(readCode(`Your code is ${grouped}. It is valid for 5 minutes.`)).toBe('123456');
    },
  );

  it('promise O1: in Arabic, with Arabic digits', () => {
    expect(readCode('رمز التحقق الخاص بك هو ١٢٣٤٥٦، صالح لمدة ٥ دقائق.')).toBe('123456');
  });

  it('promise O1: that begins with the word', () => {
    expect(readCode('码：482913，order code 20260601')).toBe('482913');
  });

  it('promise O1: of a text as long as no message is, the beginning is read', () => {
    expect(readCode(`${'x'.repeat(990)} 482913`)).toBe('482913');
    expect(readCode(`${'x'.repeat(1000)} 482913`)).toBe('');
  });

  it('promise O1: with full-width digits too', () => {
    expect(readCode('您的验证码是１２３４５６，５分钟内有效')).toBe('123456');
  });

  it('promise O1: a very long text takes no time', () => {
    for (const text of ['code '.repeat(20_000), '码'.repeat(100_000), '1 a'.repeat(30_000)])
      expect(cpuTime(() => readCode(text))).toBeLessThan(1000);
  });
});
