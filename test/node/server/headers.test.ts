import { describe, expect, it } from 'vitest';
import { ERROR_TEXTS } from '../../../demo/server/error-texts.js';
import { DEVICE, refusalOf, SDK, startBench } from './support.js';

const bench = await startBench();
const { server, get, post } = bench;

describe('what every call must carry', () => {
  const needed: [string, string][] = [
    ['X-operating-sys-version', '400 PARAM.0001'],
    ['X-device-fingerprint', '400 PARAM.0001'],
    ['X-agent', '400 PARAM.0001'],
    ['X-client-id', '400 PARAM.0002'],
  ];

  it.each(needed)('refuses a missing %s', async (name, refusal) => {
    const headers = Object.fromEntries(Object.entries(DEVICE).filter(([each]) => each !== name));
    const response = await fetch(`${server.origin}${SDK}/captcha`, { headers });
    const body = (await response.json()) as Record<string, unknown>;
    expect(`${response.status} ${String(body.error_code)}`).toBe(refusal.replace(' ', ' IDAAS.SDK.'));
  });

  it.each(needed)('refuses an empty %s', async (name, refusal) => {
    expect(refusalOf(await get(`${SDK}/captcha`, { [name]: ' ' }))).toBe(refusal);
  });

  it('refuses an application it does not know', async () => {
    expect(refusalOf(await get(`${SDK}/captcha`, { 'X-client-id': 'nobody' }))).toBe('400 PARAM.0003');
  });

  it('asks for the tenant id only when told to', async () => {
    server.settings.tenantId = 'acme';
    expect(refusalOf(await get(`${SDK}/country-codes`))).toBe('400 PARAM.0003');
    expect((await get(`${SDK}/country-codes`, { 'X-tenant-id': 'acme' })).status).toBe(200);
  });

  it('lets the key set be read without any of them', async () => {
    expect((await fetch(`${server.origin}/api/v1/oauth2/keys`)).status).toBe(200);
  });
});

describe('what a POST must carry', () => {
  it.each([
    ['a missing content type', '{}', { 'Content-Type': '' }, 415],
    ['another content type', '{}', { 'Content-Type': 'text/plain' }, 415],
    ['no body', '', {}, 400],
    ['no JSON', '{"mobile":', {}, 400],
    ['an array', '[]', {}, 400],
    ['null', 'null', {}, 400],
    ['a body larger than any call', JSON.stringify({ x: 'x'.repeat(70_000) }), {}, 413],
  ])('refuses %s', async (_what, body, headers, status) => {
    const answer = await post(`${SDK}/sms/send`, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.json.error_code).toBeUndefined();
  });

  it.each(['application/json', 'application/json;charset=utf8', 'application/json; charset=UTF-8'])(
    'takes %s',
    async (type) => {
      const answer = await post(`${SDK}/sms/send`, {}, { 'Content-Type': type });
      expect(refusalOf(answer)).toBe('400 PARAM.0006');
    },
  );
});

describe('addresses', () => {
  it('answers 404 to a path that is none', async () => {
    expect(await get('/')).toMatchObject({ status: 404, json: { error: 'Not Found' } });
    expect((await get(`${SDK}/captcha/`)).status).toBe(404);
  });

  it('answers 405 to the wrong method, and names the right one', async () => {
    const answer = await post(`${SDK}/captcha`, {});
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
  });

  it.each([
    ['hw', 'POST', '/login/aliyun-mobile-auth'],
    ['hw', 'POST', '/login/auth'],
    ['hw', 'POST', '/sso/session-token/id-token'],
    ['bc', 'POST', '/session-token/refresh-id-token'],
    ['bc', 'GET', '/public-key'],
    ['bc', 'GET', '/server-date'],
    ['bc', 'GET', '/logout'],
  ] as const)('%s has no %s %s', async (dialect, method, path) => {
    server.settings.dialect = dialect;
    const answer = method === 'GET' ? await get(SDK + path) : await post(SDK + path, {});
    expect(answer.status).toBe(404);
  });
});

describe('the words of a refusal', () => {
  it('are spelled as the dialect does, in the language asked for', async () => {
    const ask = (headers: Record<string, string>) => get(`${SDK}/captcha`, { 'X-agent': '', ...headers });
    expect((await ask({})).json).toEqual({
      error_code: 'IDAAS.SDK.PARAM.0001',
      error_msg: '设备信息不完整',
    });
    server.settings.dialect = 'hw';
    expect((await ask({ 'X-L': 'en' })).json).toEqual({
      error_code: 'PARAM.0001',
      error_msg: 'Device information is incomplete',
    });
  });

  it('exist in both languages for every documented code', () => {
    const documented = ['01', '02', '03', '04', '05', '08', '09', '14', '16', '23'].map(
      (n) => `PARAM.00${n}`,
    );
    documented.push('COMMON.1007', 'USER.0001', 'USER.0039', 'LOGIN.0001', 'LOGIN.0002', 'COM.0002');
    documented.push(...['2', '3', '4', '6', '7'].map((n) => `CAPTCHA.000${n}`));
    for (const code of documented) {
      expect(ERROR_TEXTS[code]?.zh, code).toMatch(/[\u4e00-\u9fff]|token/);
      expect(ERROR_TEXTS[code]?.en, code).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});
