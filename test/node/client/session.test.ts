import { describe, expect, it } from 'vitest';
import type { CiamClient } from '../../../src/client/client.js';
import { browserLogoutUrl, logout, refreshIdToken } from '../../../src/client/session.js';
import { readIdToken } from '../../../src/protocol/id-token.js';
import type { Session } from '../../../src/protocol/login-answer.js';
import { caught, rejection } from '../support/caught.js';
import { begunSession } from '../support/begun-session.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { FROM_DEVICE, ownHeaders } from '../support/own-headers.js';

const { server, connect, count } = await startClientBench();
const BC = `${SDK}/sso/session-token/id-token`;
const HW = `${SDK}/session-token/refresh-id-token`;
const PUBLIC_KEY = `${SDK}/public-key`;
const SERVER_DATE = `${SDK}/server-date`;
const LOGOUT = `${SDK}/logout`;

async function logIn(): Promise<{ client: CiamClient; session: Session }> {
  const client = connect();
  return { client, session: await begunSession(client) };
}

/** A login in one dialect, whose session is then used in Huawei's. */
async function logInHw(): Promise<{ client: CiamClient; session: Session }> {
  const found = await logIn();
  server.settings.dialect = 'hw';
  return found;
}

const codeOf = async (act: () => unknown) => (await caught(act)).code;

describe('a new id_token from BambooCloud', () => {
  it('promise N10: costs one POST with the session token in a header, and nothing more', async () => {
    const { client, session } = await logIn();
    await refreshIdToken(client, session, 'bc');
    const call = server.journal.list().at(-1)!;
    expect([call.method, call.path, call.query, call.body]).toEqual(['POST', BC, '', {}]);
    expect(ownHeaders(call)).toEqual({
      ...FROM_DEVICE,
      'content-type': 'application/json;charset=utf8',
      'session-token': session.sessionToken,
    });
  });

  it('may come with a new session token: the one before is dead then', async () => {
    const { client, session } = await logIn();
    const renewed = await refreshIdToken(client, session, 'bc');
    expect(renewed.sessionToken).not.toBe(session.sessionToken);
    expect(readIdToken(renewed.idToken!, {})).toMatchObject({ api: { userName: 'li.lei' } });
    expect(renewed.idToken).not.toBe(session.idToken);
    expect(await codeOf(() => refreshIdToken(client, session, 'bc'))).toBe('session-invalid');
    expect((await refreshIdToken(client, renewed, 'bc')).expiresIn).toBe(43_200);
  });

  it('may leave the session token as it is, which then lives no longer', async () => {
    server.settings.rotateSessionToken = false;
    const { client, session } = await logIn();
    server.advance(43_000_000);
    const renewed = await refreshIdToken(client, session, 'bc');
    expect(renewed.sessionToken).toBe(session.sessionToken);
    expect(renewed.expiresIn).toBeGreaterThan(180);
    expect(renewed.expiresIn).toBeLessThanOrEqual(200);
    expect(+renewed.expiresAt).toBe(client.device.now() + renewed.expiresIn * 1000);
  });

  it('is none of another browser, of another application, or of a session that has ended', async () => {
    const { client, session } = await logIn();
    const data = await client.device.data();
    client.device.data = () => Promise.resolve({ ...data, fingerprint: 'another' });
    expect(await codeOf(() => refreshIdToken(client, session, 'bc'))).toBe('session-invalid');
    client.device.data = () => Promise.resolve(data);
    server.advance(43_201_000);
    const error = await caught(() => refreshIdToken(client, session, 'bc'));
    expect(error).toMatchObject({
      code: 'session-invalid',
      serverCode: 'IDAAS.SDK.PARAM.0023',
      retryable: false,
    });
    const made = { ...session, sessionToken: 'made-up' };
    expect(await codeOf(() => refreshIdToken(client, made, 'bc'))).toBe('session-invalid');
  });

  it.each([null, '', 5, {}, ['a.b.c']])(
    'promise N4: has to be one: %j is a bad response',
    async (id_token) => {
      const { client, session } = await logIn();
      server.faults.set(BC, { kind: 'patch', json: { id_token } });
      const error = await caught(() => refreshIdToken(client, session, 'bc'));
      expect(error).toMatchObject({ code: 'bad-response', httpStatus: 200 });
    },
  );

  it('promise N1: is asked for once, whatever goes wrong', async () => {
    const { client, session } = await logIn();
    for (const [fault, code] of [
      [{ kind: 'reset' }, 'network'],
      [{ kind: 'empty', status: 503 }, 'busy'],
      [{ kind: 'html' }, 'bad-response'],
    ] as const) {
      server.journal.clear();
      server.faults.set(BC, fault);
      expect(await codeOf(() => refreshIdToken(client, session, 'bc'))).toBe(code);
      expect(count(BC)).toBe(1);
    }
  });
});

describe('a new id_token from Huawei Cloud', () => {
  it('promise N10: costs the key, the time, and one POST with the signature', async () => {
    const { client, session } = await logInHw();
    server.journal.clear();
    const renewed = await refreshIdToken(client, session, 'hw');
    const calls = server.journal.list();
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET ${PUBLIC_KEY}`,
      `GET ${SERVER_DATE}`,
      `POST ${HW}`,
    ]);
    const { 'x-signature': signature, ...rest } = ownHeaders(calls[2]!);
    expect(signature).toMatch(/^[A-Za-z0-9+/]{342}==$/);
    expect(rest).toEqual({ ...FROM_DEVICE, 'content-type': 'application/json;charset=utf8' });
    for (const call of calls.slice(0, 2)) expect(ownHeaders(call)).toEqual(FROM_DEVICE);
    // The session stays what it is.
    expect(renewed).toEqual({ ...session, idToken: renewed.idToken });
  });

  it('has the signature opened by the server: each is new, and it knows whose it is', async () => {
    const { client, session } = await logInHw();
    server.advance(86_400_000 / 4);
    for (let time = 0; time < 3; time += 1) await refreshIdToken(client, session, 'hw');
    const made = { ...session, sessionToken: 'made-up' };
    expect(await codeOf(() => refreshIdToken(client, made, 'hw'))).toBe('session-invalid');
    const signatures = server.journal.list(HW).map(({ headers }) => headers['x-signature']);
    expect(new Set(signatures).size).toBe(4);
  });
});

describe('a logout', () => {
  it('ends a session of Huawei Cloud at the server', async () => {
    const { client, session } = await logInHw();
    await logout(client, session);
    const call = server.journal.list(LOGOUT)[0]!;
    expect([call.method, call.status, Object.keys(ownHeaders(call)).includes('x-signature')]).toEqual([
      'GET',
      200,
      true,
    ]);
    expect(await codeOf(() => refreshIdToken(client, session, 'hw'))).toBe('session-invalid');
    expect(await codeOf(() => logout(client, session))).toBe('session-invalid');
  });

  it('of BambooCloud is none', async () => {
    const { client, session } = await logInHw();
    server.settings.dialect = 'bc';
    expect(await codeOf(() => logout(client, session))).toBe('bad-response');
  });

  it('promise N3: may be given up', async () => {
    const { client, session } = await logInHw();
    const signal = AbortSignal.abort('the page’s own');
    expect(await rejection(() => logout(client, session, { signal }))).toBe('the page’s own');
    expect(count(LOGOUT)).toBe(0);
  });

  it('of the browser is an address to go to', async () => {
    const client = connect();
    const url = browserLogoutUrl(client, '/bye?a=1&b=%20#top');
    expect(url).toBe(`${server.origin}/api/v1/logout?redirect_url=%2Fbye%3Fa%3D1%26b%3D%2520%23top`);
    const answer = await fetch(url, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/bye?a=1&b=%20#top']);
    expect(browserLogoutUrl(client, '茶')).toMatch(/redirect_url=%E8%8C%B6$/);
    expect(browserLogoutUrl(connect({ baseUrl: 'https://a.example/ciam/' }), '')).toBe(
      'https://a.example/ciam/api/v1/logout?redirect_url=',
    );
  });
});
