import { describe, expect, it } from 'vitest';
import { loginWithSmsCode } from '../../../src/client/login.js';
import { caught } from '../support/caught.js';
import { MOBILE, SDK, startClientBench } from '../support/client-bench.js';

const { server, connect, code, count } = await startClientBench();
const LOGIN = `${SDK}/login/mobile-verify-code`;

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
