import { describe, expect, it } from 'vitest';
import { TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import type { CiamClient } from '../../../src/client/client.js';
import { createSession } from '../../../src/client/live-session.js';
import { loginWithPassword } from '../../../src/client/login.js';
import { decodePart } from '../../../src/protocol/id-token.js';
import type { Session } from '../../../src/protocol/login-answer.js';
import { caught } from '../support/caught.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { type FakeDevice, fakeDevice } from '../support/fake-device.js';
import { part } from '../support/jwt.js';

const { server, connect } = await startClientBench();
const REFRESH = `${SDK}/sso/session-token/id-token`;
const KEYS = '/api/v1/oauth2/keys';
const JWKS = { jwksUri: 'auto' };

async function logIn(client: CiamClient, userName = 'li.lei'): Promise<Session> {
  const answer = await loginWithPassword(client, { userName, password: TEST_PASSWORD });
  if (answer.kind !== 'session') throw new Error(answer.kind);
  return answer.session;
}

/** What a page keeps its session in. */
function fakeStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** Somebody whose id_token is about to end, after `age` seconds of its five minutes. */
async function begin({ config = {}, age = 250 } = {}) {
  const device = fakeDevice();
  const client = connect(config, device);
  const session = await logIn(client);
  const storage = fakeStorage();
  const ends: unknown[] = [];
  const live = createSession(client, session, { storage, onEnd: (reason) => ends.push(reason) });
  device.clock += age * 1000;
  return { device, client, session, storage, live, ends };
}

/** Has something happen when a call was answered, before the answer is read. */
function after(device: FakeDevice, path: string, happen: () => unknown): void {
  const { fetch } = device;
  device.fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (new URL(url).pathname !== path) return response;
    device.fetch = fetch;
    await happen();
    return response;
  };
}

const renewTo = (idToken: string) => {
  server.faults.set(REFRESH, { kind: 'patch', json: { id_token: idToken } });
};

/** The same token, but for somebody who would like it to last. */
function forged(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = decodePart(payload)!;
  return [header, part({ ...claims, exp: Number(claims['exp']) + 9999 }), signature].join('.');
}

describe('promise S5: a renewed id_token is as good as the first', () => {
  it('promise S5: its signature is checked where the page wants that', async () => {
    const { live, session } = await begin({ config: JWKS });
    const token = await live.idToken();
    expect([token === session.idToken, token.split('.').length]).toEqual([false, 3]);
    expect(server.journal.list(KEYS)).toHaveLength(1);
  });

  it('promise S5: one that nobody signed is refused, and the one before used while it is valid', async () => {
    const { device, live, session, ends } = await begin({ config: JWKS });
    renewTo(forged(session.idToken!));
    expect(await live.idToken()).toBe(session.idToken);
    device.clock += 60_000;
    expect(await caught(() => live.idToken())).toMatchObject({
      code: 'id-token-invalid',
      subject: 'signature',
    });
    // Not the session's end: the next may be good.
    server.faults.clear();
    const token = await live.idToken();
    expect([token === session.idToken, ends]).toEqual([false, []]);
    expect(live.session?.idToken).toBe(token);
  });

  it.each([{}, JWKS])('promise S5: one of somebody else is refused, signed or not: %j', async (config) => {
    const { client, device, live, session, ends } = await begin({ config });
    const other = await logIn(client, 'han.meimei');
    renewTo(other.idToken!);
    expect(await live.idToken()).toBe(session.idToken);
    expect(live.session?.idToken).toBe(session.idToken);
    device.clock += 60_000;
    expect(await caught(() => live.idToken())).toMatchObject({ code: 'id-token-invalid', subject: 'sub' });
    server.faults.clear();
    await live.idToken();
    expect(ends).toEqual([]);
  });

  it('promise S5: the one before is used while the keys cannot be fetched', async () => {
    const { device, live, session } = await begin({ config: JWKS });
    server.faults.set(KEYS, { kind: 'status', status: 429 });
    expect(await live.idToken()).toBe(session.idToken);
    device.clock += 60_000;
    expect((await caught(() => live.idToken())).code).toBe('rate-limited');
  });
});

describe('a renewal that is under way', () => {
  it.each([
    ['its answer', REFRESH],
    ['the keys', KEYS],
  ])('does not overwrite the session of somebody else who has logged in: before %s', async (_, path) => {
    const { client, device, live, storage, session, ends } = await begin({ config: JWKS });
    const other = { ...(await logIn(client, 'han.meimei')), expiresAt: new Date(device.clock + 43_200_000) };
    after(device, path, () => createSession(client, other, { storage }));
    expect(await live.idToken()).toBe(other.idToken);
    expect(createSession(client, null, { storage }).session).toEqual(other);
    expect([live.session?.sessionToken, ends]).toEqual([other.sessionToken, []]);
    expect(other.sessionToken).not.toBe(session.sessionToken);
  });

  it.each([
    ['its answer', REFRESH],
    ['the keys', KEYS],
  ])('does not bring back a session that was ended meanwhile: before %s', async (_, path) => {
    const { client, device, live, storage, ends } = await begin({ config: JWKS });
    after(device, path, () => live.logout());
    expect((await caught(() => live.idToken())).code).toBe('session-invalid');
    expect([live.session, ends]).toEqual([null, [null]]);
    expect(createSession(client, null, { storage }).session).toBeNull();
  });

  it.each([
    ['its answer', REFRESH],
    ['the keys', KEYS],
  ])('does not bring back one that another tab has ended: before %s', async (_, path) => {
    const { client, device, live, storage, ends } = await begin({ config: JWKS });
    after(device, path, () => createSession(client, null, { storage }).logout());
    expect((await caught(() => live.idToken())).code).toBe('session-invalid');
    expect([live.session, ends.length]).toEqual([null, 1]);
    expect(createSession(client, null, { storage }).session).toBeNull();
  });
});
