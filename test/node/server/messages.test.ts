import { describe, expect, it } from 'vitest';
import { FIXED_CODE, FIXED_MOBILE, TEST_NUMBERS } from '../../../demo/server/test-numbers.js';
import { MOBILE, refusalOf, SDK, startBench, type Answer } from './support.js';

const { server, get, post, credential, code, login } = await startBench();

async function send(mobile: string, type: string, headers: Record<string, string> = {}): Promise<Answer> {
  return post(`${SDK}/sms/send`, { mobile, type, captcha_token: await credential(mobile) }, headers);
}

function enter(verifyCode: unknown, mobile = MOBILE): Promise<Answer> {
  return post(`${SDK}/login/mobile-verify-code`, { mobile, verify_code: verifyCode });
}

function wrong(right: string): string {
  return right === '000000' ? '111111' : '000000';
}

describe('POST /sms/send', () => {
  const types = [
    'LOGIN',
    'REGISTER',
    'BIND_MOBILE',
    'FORGET_PWD',
    'UPDATE_MOBILE',
    'UPDATE_PWD',
    'OTP_REST',
    'MFA_AUTH',
  ];

  it.each(types)('sends %s_SMS', async (type) => {
    expect(await send(MOBILE, `${type}_SMS`)).toMatchObject({ status: 200, text: '' });
    expect(server.inbox.list(MOBILE)).toMatchObject([{ to: MOBILE, type: `${type}_SMS` }]);
  });

  it('refuses other types, without spending the captcha', async () => {
    const token = await credential(MOBILE);
    const body = { mobile: MOBILE, captcha_token: token };
    for (const type of ['LOGIN', '', undefined, 5]) {
      expect(refusalOf(await post(`${SDK}/sms/send`, { ...body, type }))).toBe('400 PARAM.0007');
    }
    expect((await post(`${SDK}/sms/send`, { ...body, type: 'LOGIN_SMS' })).status).toBe(200);
  });

  it.each([
    ['13912345678', true],
    ['+86-13912345678', false],
    ['8613912345678', false],
    ['139 1234 5678', false],
    ['23912345678', false],
    ['+852-51234567', true],
    ['+85251234567', false],
    ['852-51234567', false],
    ['+852-11234567', false],
    ['+1-2025550123', true],
    ['+44-7911123456', false],
  ])('the number %s: %s', async (mobile, isGood) => {
    server.settings.areaCodes = ['86', '852', '1'];
    expect((await send(mobile, 'LOGIN_SMS')).status).toBe(isGood ? 200 : 400);
  });

  it('writes in the language asked for, with the line that WebOTP reads last', async () => {
    server.settings.smsHost = 'shop.example';
    await send(MOBILE, 'LOGIN_SMS', { 'X-L': 'zh' });
    await send(MOBILE, 'LOGIN_SMS', { 'X-L': 'en' });
    const [zh, en] = server.inbox.list();
    expect(zh!.text).toBe(`【Demo】您的验证码是 ${zh!.code}，5 分钟内有效。\n\n@shop.example #${zh!.code}`);
    expect(en!.text).toContain(`Your verification code is ${en!.code}.`);
    expect(en!.text.split('\n').at(-1)).toBe(`@shop.example #${en!.code}`);
  });

  it('has a number for which sending fails', async () => {
    expect(refusalOf(await send(TEST_NUMBERS.sendFails.mobile, 'LOGIN_SMS'))).toBe('400 CAPTCHA.0006');
  });

  it('makes people wait only if told to', async () => {
    await code(MOBILE);
    await code(MOBILE);
    server.settings.resendSeconds = 60;
    const answer = await send(MOBILE, 'LOGIN_SMS');
    expect([answer.status, Number(answer.headers.get('retry-after'))]).toEqual([429, 60]);
    server.advance(60_000);
    expect((await send(MOBILE, 'LOGIN_SMS')).status).toBe(200);
  });

  it('sends email too', async () => {
    const email = 'li@example.com';
    const answer = await post(`${SDK}/login/email-verify-code`, {
      email,
      verify_code: await code(email, 'LOGIN_EMAIL'),
    });
    expect(answer.json.status).toBe('SUCCESS');
  });
});

describe('a code', () => {
  it('has as many digits as set', async () => {
    expect(await code(MOBILE)).toMatch(/^\d{6}$/);
    server.settings.codeLength = 4;
    expect(await code(MOBILE)).toMatch(/^\d{4}$/);
  });

  it('works once', async () => {
    const right = await code(MOBILE);
    expect((await enter(right)).json.status).toBe('SUCCESS');
    expect(refusalOf(await enter(right))).toBe('400 CAPTCHA.0007');
  });

  it('must be there, as a string', async () => {
    const right = await code(MOBILE);
    expect(refusalOf(await enter(undefined))).toBe('400 PARAM.0009');
    expect(refusalOf(await enter(Number(right)))).toBe('400 PARAM.0009');
    expect((await enter(right)).status).toBe(200);
  });

  it('is for one number and one purpose', async () => {
    const right = await code(MOBILE);
    expect(refusalOf(await enter(right, '13900000000'))).toBe('400 CAPTCHA.0007');
    expect(refusalOf(await enter(await code(MOBILE, 'REGISTER_SMS')))).toBe('400 CAPTCHA.0007');
  });

  it('is replaced by the next one', async () => {
    const [first, second] = [await code(MOBILE), await code(MOBILE)];
    if (first !== second) expect(refusalOf(await enter(first))).toBe('400 CAPTCHA.0007');
    expect((await enter(second)).status).toBe(200);
  });

  it('lives five minutes', async () => {
    const right = await code(MOBILE);
    server.advance(301_000);
    expect(refusalOf(await enter(right))).toBe('400 CAPTCHA.0007');
  });

  it('survives four wrong tries and no fifth', async () => {
    const patient = await code(MOBILE);
    for (let i = 0; i < 4; i += 1) expect(refusalOf(await enter(wrong(patient)))).toBe('400 CAPTCHA.0007');
    expect((await enter(patient)).status).toBe(200);
    const dead = await code(MOBILE);
    for (let i = 0; i < 5; i += 1) await enter(wrong(dead));
    expect(refusalOf(await enter(dead))).toBe('400 CAPTCHA.0007');
  });

  it('of the documents’ own number is always the same', async () => {
    expect((await enter(FIXED_CODE, FIXED_MOBILE)).json.status).toBe('SUCCESS');
    expect(await code(FIXED_MOBILE)).toBe('232326');
    expect((await login(FIXED_MOBILE)).json.status).toBe('SUCCESS');
    expect(refusalOf(await enter('000000', FIXED_MOBILE))).toBe('400 CAPTCHA.0007');
  });
});

describe('GET /country-codes', () => {
  it('has China only by default', async () => {
    const { json } = await get(`${SDK}/country-codes`);
    expect(json).toEqual({
      phoneAreaCodeDefinitions: [
        {
          areaCode: '86',
          countryCode: 'CN',
          displayMapping: { 'zh-CN': '中国', 'zh-TW': '中國', en: 'China' },
          mobileRegex: String.raw`^(\+86){0,1}\-?1\d{10}$`,
          areaCodeSuffixes: [],
        },
      ],
      preferredAreaCode: 'CN',
    });
  });

  it('has what the tenant has, the first preferred', async () => {
    server.settings.areaCodes = ['852', '86'];
    const { json } = await get(`${SDK}/country-codes`);
    expect(json.phoneAreaCodeDefinitions).toHaveLength(2);
    expect(json.preferredAreaCode).toBe('HK');
  });
});
