import { describe, expect, it } from 'vitest';
import { fetchCaptcha, verifyCaptcha } from '../../../src/client/captcha.js';
import { fetchCountries } from '../../../src/client/country-codes.js';
import { loginWithSmsCode } from '../../../src/client/login.js';
import { sendSmsCode } from '../../../src/client/send-code.js';
import { MOBILE, SDK, startClientBench } from '../support/client-bench.js';
import { FROM_DEVICE, ownHeaders } from '../support/own-headers.js';

const { server, connect, solve, code } = await startClientBench();

const WITH_BODY = { ...FROM_DEVICE, 'content-type': 'application/json;charset=utf8' };

/** The last request, down to everything that is ours. */
function onTheWire(): object {
  const entry = server.journal.list().at(-1)!;
  const { method, path, query, body } = entry;
  return { method, path, query, headers: ownHeaders(entry), body };
}

describe('promise N10: each call as it arrives, whole', () => {
  it('promise N10: a puzzle', async () => {
    await fetchCaptcha(connect());
    const call = { method: 'GET', path: `${SDK}/captcha`, query: '', headers: FROM_DEVICE, body: null };
    expect(onTheWire()).toEqual(call);
  });

  it('promise N10: its solution', async () => {
    const client = connect();
    const challenge = await fetchCaptcha(client);
    const x = server.puzzleX(challenge.token)!;
    const token = await verifyCaptcha(client, { challenge, x, mobile: MOBILE });
    expect(onTheWire()).toEqual({
      method: 'POST',
      path: `${SDK}/captcha/verify`,
      query: '',
      headers: WITH_BODY,
      body: { point_json: `{"x":${x}.0,"y":5.0}`, token: challenge.token, sender: MOBILE },
    });
    expect(token).toBe(`${challenge.token}---{"x":${x}.0,"y":5.0}`);
  });

  it('promise N10: a text message', async () => {
    const client = connect();
    const captchaToken = await solve(client);
    await sendSmsCode(client, { mobile: MOBILE, type: 'LOGIN_SMS', captchaToken });
    expect(onTheWire()).toEqual({
      method: 'POST',
      path: `${SDK}/sms/send`,
      query: '',
      headers: WITH_BODY,
      body: { mobile: MOBILE, type: 'LOGIN_SMS', captcha_token: captchaToken },
    });
  });

  it('promise N10: a login', async () => {
    const client = connect();
    const sent = await code(client);
    await loginWithSmsCode(client, { mobile: MOBILE, code: sent });
    expect(onTheWire()).toEqual({
      method: 'POST',
      path: `${SDK}/login/mobile-verify-code`,
      query: '',
      headers: WITH_BODY,
      body: { mobile: MOBILE, verify_code: sent },
    });
  });

  it('promise N10: the countries', async () => {
    await fetchCountries(connect());
    const call = { method: 'GET', path: `${SDK}/country-codes`, query: '', headers: FROM_DEVICE, body: null };
    expect(onTheWire()).toEqual(call);
  });

  it('promise N10: a configuration adds its headers, a continuation its token, and nothing more', async () => {
    server.settings.tenantId = 't-1';
    const client = connect({ tenantId: 't-1', deviceIp: '10.10.10.1', language: 'zh-Hant' });
    await fetchCaptcha(client, { stateToken: 'e.y.J' });
    const added = {
      'x-tenant-id': 't-1',
      'x-device-ip': '10.10.10.1',
      'x-l': 'zh',
      'x-state-token': 'e.y.J',
    };
    expect(onTheWire()).toMatchObject({ headers: { ...FROM_DEVICE, ...added } });
    expect(Object.keys((onTheWire() as { headers: object }).headers)).toHaveLength(8);
  });
});

describe('promise N10: how a call is made', () => {
  it('promise N10: without cookies, redirects or a cache', async () => {
    const client = connect();
    const inits: RequestInit[] = [];
    const { fetch } = client.device;
    client.device.fetch = (url, init) => (inits.push(init), fetch(url, init));
    await code(client);
    await fetchCountries(client);
    expect(inits).toHaveLength(4);
    for (const { signal, headers, body, method, ...rest } of inits) {
      expect(rest).toEqual({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
      expect(signal).toBeInstanceOf(AbortSignal);
      expect(headers).toBeTypeOf('object');
      expect(method).toBe(body === null ? 'GET' : 'POST');
    }
  });

  it('promise N10: below the path of the configured address', async () => {
    const client = connect({ baseUrl: `${server.origin}/ciam/` });
    await fetchCaptcha(client).catch(() => undefined);
    expect(onTheWire()).toMatchObject({ path: `/ciam${SDK}/captcha` });
  });
});
