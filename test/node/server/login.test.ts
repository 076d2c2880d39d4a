import { describe, expect, it } from 'vitest';
import { TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { MOBILE, refusalOf, SDK, startBench } from './support.js';

const { server, post, login } = await startBench();
const alipay = (code: string, version = 'v3') => post(`/api/${version}/sdk/login/alipay`, { code });

describe('a login by SMS', () => {
  it('gives a session, and in dialect bc an id_token', async () => {
    const { status, json } = await login();
    expect(status).toBe(200);
    expect(json).toEqual({
      status: 'SUCCESS',
      session_token: expect.stringMatching(/^[\w-]{43}$/) as string,
      expire: 43_200,
      id_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
    });
  });

  it('gives no id_token in dialect hw, unless told to', async () => {
    server.settings.dialect = 'hw';
    expect((await login()).json).not.toHaveProperty('id_token');
    server.settings.idToken = true;
    expect((await login()).json).toHaveProperty('id_token');
    Object.assign(server.settings, { dialect: 'bc', idToken: false });
    expect((await login()).json).not.toHaveProperty('id_token');
  });

  const ends: Record<Exclude<keyof typeof TEST_NUMBERS, 'sendFails'>, string> = {
    fixedCode: 'SUCCESS',
    userNotFound: '400 USER.0001',
    userDisabled: '400 USER.0039',
    userLocked: '400 LOGIN.0001',
    busy: '500 COM.0002',
    mfa: 'MFA_AUTH',
    socialBind: 'SOCIAL_BIND',
    userRegister: 'USER_REGISTER',
    passwordWarn: 'PASSWORD_WARN',
    passwordExpired: 'PASSWORD_EXPIRED',
    accessDenied: 'ACCESS_DENIED',
    unknownStatus: 'RISK_REVIEW',
    mfaThenDenied: 'MFA_AUTH',
    paddedSuccess: ' SUCCESS ',
    unknownError: '400 RISK.0042',
    mfaStale: 'MFA_AUTH',
    mfaThenExpired: 'MFA_AUTH',
  };

  it.each(Object.entries(ends))('test number %s ends in %s', async (name, end) => {
    const answer = await login(TEST_NUMBERS[name as keyof typeof ends].mobile);
    expect(answer.json.status ?? refusalOf(answer)).toBe(end);
    const isOver = end.trim() === 'SUCCESS' || end === 'ACCESS_DENIED' || answer.status !== 200;
    expect('state_token' in answer.json).toBe(!isOver);
    expect('session_token' in answer.json).toBe(end.trim() === 'SUCCESS');
  });

  it('says how long a user is locked', async () => {
    const { json } = await login(TEST_NUMBERS.userLocked.mobile);
    expect(json.error_msg).toBe('用户已被锁定，将在14分30秒后解锁');
  });

  it('packs the data of a status into a string', async () => {
    const data = async (mobile: string) => JSON.parse(String((await login(mobile)).json.data)) as unknown;
    expect(await data(TEST_NUMBERS.socialBind.mobile)).toEqual({
      socialBindOrRegisterFlow: ['VERIFY_PHONE', 'VERIFY_EMAIL'],
    });
    expect(await data(TEST_NUMBERS.passwordWarn.mobile)).toMatchObject({ maxLength: 18, minLength: 8 });
  });

  it('has test numbers that are all different', () => {
    const mobiles = Object.values(TEST_NUMBERS).map(({ mobile }) => mobile);
    expect(new Set(mobiles).size).toBe(mobiles.length);
  });
});

describe('a login with Alipay', () => {
  it.each(['v3', 'v2'])('works on %s, once for each code', async (version) => {
    const code = server.issueAlipayCode();
    expect((await alipay(code, version)).json.status).toBe('SUCCESS');
    expect(refusalOf(await alipay(code, version))).toBe('400 SOCIAL.0001');
  });

  it('leads where its code was issued for', async () => {
    const end = async (options: Parameters<typeof server.issueAlipayCode>[0]) => {
      const answer = await alipay(server.issueAlipayCode(options));
      return answer.json.status ?? refusalOf(answer);
    };
    expect(await end({ status: 'SOCIAL_BIND' })).toBe('SOCIAL_BIND');
    expect(await end({ error: 'USER.0039' })).toBe('400 USER.0039');
    expect(await end({ mobile: TEST_NUMBERS.mfa.mobile })).toBe('MFA_AUTH');
    expect(await end({ lifeMs: -1 })).toBe('400 SOCIAL.0001');
  });

  it.each([404, 405] as const)('can lack a version: %i, and the code is not spent', async (status) => {
    Object.assign(server.settings, { alipayVersions: ['v2'], alipayMissingStatus: status });
    const code = server.issueAlipayCode();
    expect((await alipay(code, 'v3')).status).toBe(status);
    expect((await alipay(code, 'v2')).json.status).toBe('SUCCESS');
  });

  it('wants a code that Alipay issued', async () => {
    expect(refusalOf(await alipay(''))).toBe('400 PARAM.0009');
    expect(refusalOf(await alipay('made-up'))).toBe('400 SOCIAL.0001');
    expect(refusalOf(await alipay(server.issueOneClickToken()))).toBe('400 SOCIAL.0001');
  });
});

describe('other logins', () => {
  it('take a one-click token once', async () => {
    const body = { access_token: server.issueOneClickToken() };
    expect((await post(`${SDK}/login/aliyun-mobile-auth`, body)).json.status).toBe('SUCCESS');
    expect(refusalOf(await post(`${SDK}/login/aliyun-mobile-auth`, body))).toBe('400 SOCIAL.0002');
    expect(refusalOf(await post(`${SDK}/login/aliyun-mobile-auth`, {}))).toBe('400 PARAM.0009');
  });

  it('take a WeChat code', async () => {
    const body = { code: server.issueWechatCode() };
    expect((await post(`${SDK}/login/wechat`, body)).json.status).toBe('SUCCESS');
  });

  it.each([
    ['/login', { user_name: 'zhangsan' }],
    ['/login/auth', { user_name: 'zhangsan' }],
    ['/login/mobile-pwd', { mobile: MOBILE }],
  ])('%s takes the password, counts wrong ones and locks', async (path, who) => {
    const enter = (password: string) => post(SDK + path, { ...who, password });
    expect((await enter(TEST_PASSWORD)).json.status).toBe('SUCCESS');
    const first = await enter('wrong');
    expect([refusalOf(first), first.json.error_msg]).toEqual([
      '400 LOGIN.0002',
      '用户名或密码错误，还可以尝试4次',
    ]);
    for (let i = 0; i < 3; i += 1) await enter('wrong');
    expect(refusalOf(await enter('wrong'))).toBe('400 LOGIN.0001');
    expect(refusalOf(await enter(TEST_PASSWORD))).toBe('400 LOGIN.0001');
    server.advance(900_000);
    expect((await enter(TEST_PASSWORD)).json.status).toBe('SUCCESS');
  });
});
