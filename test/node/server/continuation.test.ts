import { describe, expect, it } from 'vitest';
import { TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { MOBILE, refusalOf, SDK, startBench, type Answer } from './support.js';

const { server, get, post, code, login } = await startBench();

async function stateOf(name: keyof typeof TEST_NUMBERS): Promise<Record<string, string>> {
  return { 'X-state-token': String((await login(TEST_NUMBERS[name].mobile)).json.state_token) };
}

function statusOf(answer: Answer): unknown {
  return answer.json.status ?? refusalOf(answer);
}

describe('the second factor', () => {
  const { mobile } = TEST_NUMBERS.mfa;

  it.each(['OTP_REST_SMS', 'MFA_AUTH_SMS'])('takes a code of type %s', async (type) => {
    const state = await stateOf('mfa');
    expect((await get(`${SDK}/mobile-by-token`, state)).json).toEqual({ mobile: `+86-${mobile}` });
    const body = { mobile, verify_code: await code(mobile, type) };
    expect(statusOf(await post(`${SDK}/mfa/sms`, body, state))).toBe('SUCCESS');
  });

  it('refuses a login code, the spelling of answers, and another number', async () => {
    const state = await stateOf('mfa');
    const enter = (number: string, verifyCode: string) =>
      post(`${SDK}/mfa/sms`, { mobile: number, verify_code: verifyCode }, state);
    expect(statusOf(await enter(mobile, await code(mobile)))).toBe('400 CAPTCHA.0007');
    const right = await code(mobile, 'OTP_REST_SMS');
    expect(statusOf(await enter(`+86-${mobile}`, right))).toBe('400 PARAM.0006');
    expect(statusOf(await enter(MOBILE, await code(MOBILE, 'OTP_REST_SMS')))).toBe('400 CAPTCHA.0007');
    expect(statusOf(await enter(mobile, right))).toBe('SUCCESS');
  });

  it.each([
    ['mfaThenDenied', 'ACCESS_DENIED'],
    ['mfaThenExpired', 'PASSWORD_EXPIRED'],
  ] as const)('%s goes on to %s', async (name, status) => {
    const state = await stateOf(name);
    const number = TEST_NUMBERS[name].mobile;
    const body = { mobile: number, verify_code: await code(number, 'OTP_REST_SMS') };
    expect(statusOf(await post(`${SDK}/mfa/sms`, body, state))).toBe(status);
  });
});

describe('binding and registering', () => {
  it.each([
    ['socialBind', '/social/bind', 'BIND_MOBILE_SMS', 'BIND_EMAIL'],
    ['userRegister', '/social/register-bind', 'REGISTER_SMS', 'REGISTER_EMAIL'],
  ] as const)('%s: %s takes %s, or an email address', async (name, path, smsType, emailType) => {
    const bySms = { mobile: MOBILE, verify_code: await code(MOBILE, smsType) };
    expect(statusOf(await post(SDK + path, bySms, await stateOf(name)))).toBe('SUCCESS');
    const email = 'li@example.com';
    const byEmail = { email, verify_code: await code(email, emailType) };
    expect(statusOf(await post(SDK + path, byEmail, await stateOf(name)))).toBe('SUCCESS');
    const byOther = { mobile: MOBILE, verify_code: await code(MOBILE) };
    expect(statusOf(await post(SDK + path, byOther, await stateOf(name)))).toBe('400 CAPTCHA.0007');
  });

  it('may lead to a second factor', async () => {
    const { mobile } = TEST_NUMBERS.mfa;
    const body = { mobile, verify_code: await code(mobile, 'BIND_MOBILE_SMS') };
    expect(statusOf(await post(`${SDK}/social/bind`, body, await stateOf('socialBind')))).toBe('MFA_AUTH');
  });
});

describe('an old password', () => {
  const update = (old: string, fresh: string, state: Record<string, string>) =>
    post(`${SDK}/pwd/update`, { old_password: old, new_password: fresh }, state);

  it.each(['passwordWarn', 'passwordExpired'] as const)('%s: can be changed', async (name) => {
    const state = await stateOf(name);
    expect(statusOf(await update('wrong', 'Fresh-5678', state))).toBe('400 LOGIN.0002');
    for (const weak of ['short1A', 'nouppercase1', 'x'.repeat(19), TEST_PASSWORD]) {
      expect(statusOf(await update(TEST_PASSWORD, weak, state))).toBe('400 PASSWORD.0001');
    }
    expect(statusOf(await update(TEST_PASSWORD, 'Fresh-5678', state))).toBe('SUCCESS');
  });

  it('can be kept only while it is a warning', async () => {
    expect(statusOf(await get(`${SDK}/pwd/skip-update`, await stateOf('passwordWarn')))).toBe('SUCCESS');
    const expired = await stateOf('passwordExpired');
    expect(statusOf(await get(`${SDK}/pwd/skip-update`, expired))).toBe('400 PARAM.0014');
  });
});

describe('the state token', () => {
  const read = (headers: Record<string, string>) => get(`${SDK}/mobile-by-token`, headers);

  it('must be there, genuine, and of the right purpose', async () => {
    const state = await stateOf('mfa');
    const forged = { 'X-state-token': state['X-state-token']!.replace(/\.[^.]+$/, '.AAAA') };
    for (const headers of [{}, { 'X-state-token': 'made-up' }, forged, await stateOf('socialBind')]) {
      expect(statusOf(await read(headers))).toBe('400 PARAM.0014');
    }
    expect((await read(state)).status).toBe(200);
  });

  it('lives five minutes', async () => {
    const state = await stateOf('mfa');
    server.advance(301_000);
    expect(statusOf(await read(state))).toBe('400 PARAM.0014');
    expect(statusOf(await read(await stateOf('mfaStale')))).toBe('400 PARAM.0014');
  });

  it('is dead after the call it was for', async () => {
    const state = await stateOf('passwordWarn');
    await get(`${SDK}/pwd/skip-update`, state);
    expect(statusOf(await get(`${SDK}/pwd/skip-update`, state))).toBe('400 PARAM.0014');
  });

  it('belongs to the browser that got it, unless told otherwise', async () => {
    const elsewhere = { ...(await stateOf('mfa')), 'X-device-fingerprint': 'another' };
    expect(statusOf(await read(elsewhere))).toBe('400 PARAM.0014');
    server.settings.bindFingerprint = false;
    expect((await read(elsewhere)).status).toBe(200);
  });
});
