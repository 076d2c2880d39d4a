import { describe, expect, it } from 'vitest';
import { needsAnswer } from '../../../demo/server/faults.js';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.js';
import { loginWithSmsCode } from '../../../src/client/login.js';
import { sendSmsCode } from '../../../src/client/send-code.js';
import { CiamError } from '../../../src/protocol/errors.js';
import { caught } from '../support/caught.js';
import { MOBILE, SDK, startClientBench } from '../support/client-bench.js';
import { FAULTS } from './fault-table.js';

const { server, connect, solve, code, count } = await startClientBench();
const LOGIN = `${SDK}/login/mobile-verify-code`;
const SEND = `${SDK}/sms/send`;

/** The code of the error, or `ok`. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    expect(error).toBeInstanceOf(CiamError);
    return (error as CiamError).code;
  }
}

describe('promise N4: every kind of answer to a login', () => {
  it.each(FAULTS)('promise N1, N4: $name → $login, and one POST', async ({ fault, login }) => {
    const client = connect();
    const entered = { mobile: FIXED_MOBILE, code: FIXED_CODE };
    server.faults.set(LOGIN, fault);
    expect(await outcome(loginWithSmsCode(client, entered))).toBe(login);
    expect(count(LOGIN)).toBe(1);
    // Whatever came, the same client goes on.
    server.faults.clear();
    expect((await loginWithSmsCode(client, entered)).kind).toBe('session');
  });
});

describe('promise N4: every kind of answer to the sending of a code', () => {
  it.each(FAULTS)('promise N1, N4: $name, and one POST', async ({ fault, login, send = login }) => {
    const client = connect();
    // Painting a puzzle takes a moment; it is needed only where the call is really carried out.
    const captchaToken = needsAnswer(fault) ? await solve(client) : 'none';
    server.faults.set(SEND, fault);
    expect(await outcome(sendSmsCode(client, { mobile: MOBILE, type: 'LOGIN_SMS', captchaToken }))).toBe(
      send,
    );
    expect(count(SEND)).toBe(1);
  });
});

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
