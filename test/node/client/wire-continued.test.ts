import { describe, expect, it } from 'vitest';
import { TEST_NUMBERS } from '../../../demo/server/test-numbers.js';
import type { CiamClient } from '../../../src/client/client.js';
import {
  bindAccount,
  fetchMobileByToken,
  registerAccount,
  verifySecondFactor,
} from '../../../src/client/continue.js';
import { loginWithAlipay } from '../../../src/client/login.js';
import { sendSmsCode } from '../../../src/client/send-code.js';
import { caught } from '../support/caught.js';
import { MOBILE, SDK, startClientBench } from '../support/client-bench.js';
import { FROM_DEVICE, ownHeaders } from '../support/own-headers.js';

const { server, connect, solve } = await startClientBench();
const WITH_BODY = { ...FROM_DEVICE, 'content-type': 'application/json;charset=utf8' };

/** The state token of a login that the server wants to be continued so. */
async function begin(client: CiamClient, status: string): Promise<string> {
  const answer = await loginWithAlipay(client, { code: server.issueAlipayCode({ status }) });
  if (answer.kind === 'session') throw new Error('It was over at once');
  return answer.stateToken;
}

/** A code for one of the continuations. */
async function codeFor(client: CiamClient, type: string): Promise<string> {
  await sendSmsCode(client, { mobile: MOBILE, type, captchaToken: await solve(client) });
  return server.inbox.latestCode(MOBILE)!;
}

/** The last request, down to everything that is ours. */
function onTheWire(): object {
  const entry = server.journal.list().at(-1)!;
  const { method, path, query, body } = entry;
  return { method, path, query, headers: ownHeaders(entry), body };
}

describe('promise N10: each continuation as it arrives, whole', () => {
  it('promise N10: the number that a second factor’s code goes to', async () => {
    const client = connect();
    const stateToken = await begin(client, 'MFA_AUTH');
    expect(await fetchMobileByToken(client, { stateToken })).toBe(MOBILE);
    const headers = { ...FROM_DEVICE, 'x-state-token': stateToken };
    expect(onTheWire()).toEqual({
      method: 'GET',
      path: `${SDK}/mobile-by-token`,
      query: '',
      headers,
      body: null,
    });
  });

  it.each([
    {
      name: 'a second factor',
      status: 'MFA_AUTH',
      type: 'OTP_REST_SMS',
      path: '/mfa/sms',
      call: verifySecondFactor,
    },
    {
      name: 'a binding',
      status: 'SOCIAL_BIND',
      type: 'BIND_MOBILE_SMS',
      path: '/social/bind',
      call: bindAccount,
    },
    {
      ...{ name: 'a registration', status: 'USER_REGISTER', type: 'REGISTER_SMS' },
      ...{ path: '/social/register-bind', call: registerAccount },
    },
  ])('promise N10: $name', async ({ status, type, path, call }) => {
    const client = connect({ language: 'zh-CN' });
    const stateToken = await begin(client, status);
    const code = await codeFor(client, type);
    const before = server.journal.list().length;
    expect((await call(client, { mobile: MOBILE, code }, { stateToken })).kind).toBe('session');
    expect(onTheWire()).toEqual({
      method: 'POST',
      path: SDK + path,
      query: '',
      headers: { ...WITH_BODY, 'x-l': 'zh', 'x-state-token': stateToken },
      body: { mobile: MOBILE, verify_code: code },
    });
    expect(server.journal.list()).toHaveLength(before + 1);
  });

  it('promise N10: a state token is sent as it came, however long it is', async () => {
    const stateToken = `${'a'.repeat(4000)}.b.c`;
    const client = connect();
    await caught(() => bindAccount(client, { mobile: MOBILE, code: '123456' }, { stateToken }));
    expect(onTheWire()).toMatchObject({ headers: { 'x-state-token': stateToken } });
  });
});

describe('a state token that is no good', () => {
  const { mobile } = TEST_NUMBERS.fixedCode;
  const proof = { mobile, code: '123456' };

  it.each([
    ['the number', (client: CiamClient, stateToken: string) => fetchMobileByToken(client, { stateToken })],
    [
      'a second factor',
      (client: CiamClient, stateToken: string) => verifySecondFactor(client, proof, { stateToken }),
    ],
    ['a binding', (client: CiamClient, stateToken: string) => bindAccount(client, proof, { stateToken })],
    [
      'a registration',
      (client: CiamClient, stateToken: string) => registerAccount(client, proof, { stateToken }),
    ],
  ])('promise N1, N4: is told once, after one call: %s', async (_, call) => {
    const error = await caught(() => call(connect(), 'e.y.J'));
    expect([error.code, error.retryable, server.journal.list().length]).toEqual([
      'state-token-invalid',
      false,
      1,
    ]);
  });
});
