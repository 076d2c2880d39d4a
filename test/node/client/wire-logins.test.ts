import { describe, expect, it } from 'vitest';
import { TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import type { CiamClient } from '../../../src/client/client.js';
import {
  loginWithAlipay,
  loginWithOneClick,
  loginWithPassword,
  loginWithWechat,
} from '../../../src/client/login.js';
import type { LoginAnswer } from '../../../src/protocol/login-answer.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { FROM_DEVICE, ownHeaders } from '../support/own-headers.js';

const { server, connect } = await startClientBench();
const WITH_BODY = { ...FROM_DEVICE, 'content-type': 'application/json;charset=utf8' };

interface Case {
  name: string;
  path: string;
  /** Makes the call, with a proof that is good, and gives what has to be in its body. */
  call(client: CiamClient): { answer: Promise<LoginAnswer>; body: object };
}

const CASES: Case[] = [
  {
    name: 'Alipay',
    path: '/api/v3/sdk/login/alipay',
    call(client) {
      const code = server.issueAlipayCode();
      return { answer: loginWithAlipay(client, { code }), body: { code } };
    },
  },
  {
    name: 'Alipay, v2',
    path: `${SDK}/login/alipay`,
    call(client) {
      const code = server.issueAlipayCode();
      return { answer: loginWithAlipay(client, { code, api: 'v2' }), body: { code } };
    },
  },
  {
    name: 'the phone’s own number',
    path: `${SDK}/login/aliyun-mobile-auth`,
    call(client) {
      const accessToken = server.issueOneClickToken();
      return { answer: loginWithOneClick(client, { accessToken }), body: { access_token: accessToken } };
    },
  },
  {
    name: 'WeChat',
    path: `${SDK}/login/wechat`,
    call(client) {
      const code = server.issueWechatCode();
      return { answer: loginWithWechat(client, { code }), body: { code } };
    },
  },
  {
    name: 'a password',
    path: `${SDK}/login/auth`,
    call(client) {
      const body = { user_name: 'li.lei', password: TEST_PASSWORD };
      return { answer: loginWithPassword(client, { userName: 'li.lei', password: TEST_PASSWORD }), body };
    },
  },
];

describe('promise N10: each login as it arrives, whole', () => {
  it.each(CASES)('promise N10: with $name', async ({ path, call }) => {
    const { answer, body } = call(connect());
    expect((await answer).kind).toBe('session');
    const [entry, ...more] = server.journal.list();
    const { method, query } = entry!;
    expect({ method, path: entry!.path, query, headers: ownHeaders(entry!), body: entry!.body }).toEqual({
      ...{ method: 'POST', path, query: '', headers: WITH_BODY, body },
    });
    expect(more).toEqual([]);
  });

  it.each(CASES)(
    'promise N10: with $name: what the page has set goes with it, and nothing more',
    async ({ call }) => {
      server.settings.tenantId = 't-1';
      const { answer } = call(connect({ tenantId: 't-1', deviceIp: '10.10.10.1', language: 'zh-Hant' }));
      await answer;
      expect(ownHeaders(server.journal.list()[0]!)).toEqual({
        ...WITH_BODY,
        ...{ 'x-tenant-id': 't-1', 'x-device-ip': '10.10.10.1', 'x-l': 'zh' },
      });
    },
  );

  it.each(CASES)('promise N10: with $name: without cookies, redirects or a cache', async ({ call }) => {
    const client = connect();
    const inits: RequestInit[] = [];
    const { fetch } = client.device;
    client.device.fetch = (url, init) => (inits.push(init), fetch(url, init));
    await call(client).answer;
    expect(inits).toMatchObject([{ credentials: 'omit', redirect: 'error', cache: 'no-store' }]);
  });
});
