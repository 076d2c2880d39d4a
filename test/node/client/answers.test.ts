import { describe, expect, it } from 'vitest';
import { fetchMobileByToken } from '../../../src/client/continue.js';
import { loginWithSmsCode } from '../../../src/client/login.js';
import { sendSmsCode } from '../../../src/client/send-code.js';
import { caught } from '../support/caught.js';
import { MOBILE, SDK, startClientBench } from '../support/client-bench.js';

const { server, connect, code, count } = await startClientBench();
const LOGIN = `${SDK}/login/mobile-verify-code`;
const SEND = `${SDK}/sms/send`;
const BY_TOKEN = `${SDK}/mobile-by-token`;

describe('promise N4: what is accepted', () => {
  it.each(['text/plain', 'text/html', 'application/octet-stream', ''])(
    'promise N4: right JSON under the content type %j',
    async (contentType) => {
      const body = JSON.stringify({ status: 'SUCCESS', session_token: 'st', expire: 60 });
      server.faults.set(LOGIN, { kind: 'body', body, contentType });
      const answer = await loginWithSmsCode(connect(), { mobile: MOBILE, code: '123456' });
      expect(answer).toMatchObject({ kind: 'session', session: { sessionToken: 'st' } });
    },
  );

  it('promise N4: JSON behind a byte order mark', async () => {
    const body = `\ufeff${JSON.stringify({ status: 'SUCCESS', session_token: 'st', expire: 60 })}`;
    server.faults.set(LOGIN, { kind: 'body', body });
    expect(await loginWithSmsCode(connect(), { mobile: MOBILE, code: '1' })).toMatchObject({
      kind: 'session',
    });
  });
});

describe('promise N4: a call that is answered with nothing', () => {
  const order = { mobile: MOBILE, type: 'LOGIN_SMS', captchaToken: 'solved' };

  it.each(['', ' \n', '{}', '{"sent":true}'])('promise N4: is done after %j', async (body) => {
    server.faults.set(SEND, { kind: 'body', body });
    await expect(sendSmsCode(connect(), order)).resolves.toBeUndefined();
  });

  it.each(['<p>Welcome</p>', 'OK', '[]', '{'])('promise N4: is not after %j', async (body) => {
    server.faults.set(SEND, { kind: 'body', body });
    expect(await caught(() => sendSmsCode(connect(), order))).toMatchObject({
      code: 'bad-response',
      httpStatus: 200,
    });
  });
});

describe('promise O4: the number of a second factor', () => {
  const fetchNumber = (mobile: unknown) => {
    server.faults.set(BY_TOKEN, { kind: 'body', body: JSON.stringify({ mobile }) });
    return fetchMobileByToken(connect(), { stateToken: 's' });
  };

  it.each([
    ['+86-13912345678', '13912345678'],
    ['+8613912345678', '13912345678'],
    [' 13912345678\n', '13912345678'],
    ['+852-91234567', '+852-91234567'],
    ['+1-86+86-5550100', '+1-86+86-5550100'],
  ])('promise O4: %j is %j', async (mobile, bare) => {
    expect(await fetchNumber(mobile)).toBe(bare);
  });

  it.each([undefined, null, '', ' ', 13_912_345_678, ['13912345678']])(
    'promise N4: %j is none',
    async (mobile) => {
      const error = await caught(() => fetchNumber(mobile));
      expect(error).toMatchObject({ code: 'bad-response', httpStatus: 200 });
    },
  );
});

describe('promise N1: a code is spent even when the answer is lost', () => {
  it.each(['reset', 'cut', 'empty'] as const)('promise N1: %s after it was carried out', async (kind) => {
    const client = connect();
    const entered = { mobile: MOBILE, code: await code(client) };
    server.faults.set(LOGIN, { kind, after: true, times: 1 });
    await caught(() => loginWithSmsCode(client, entered));
    expect(count(LOGIN)).toBe(1);
    expect((await caught(() => loginWithSmsCode(client, entered))).code).toBe('code-wrong');
  });
});

describe('promise N5: what an answer says about waiting', () => {
  it.each([
    [429, '7', 7],
    [503, '3600', 600],
    [429, 'soon', null],
  ])('promise N5: %d with Retry-After %s', async (status, header, retryAfter) => {
    server.faults.set(LOGIN, { kind: 'status', status, headers: { 'Retry-After': header } });
    const error = await caught(() => loginWithSmsCode(connect(), { mobile: MOBILE, code: '123456' }));
    expect(error).toMatchObject({ retryAfter, httpStatus: status });
  });
});
