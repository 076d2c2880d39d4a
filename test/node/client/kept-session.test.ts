import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSession } from '../../../src/client/live-session.js';
import { refreshIdToken } from '../../../src/client/session.js';
import { begunSession } from '../support/begun-session.js';
import { fakeStorage } from '../support/fake-storage.js';
import { BC, codeOf, startSessionBench } from '../support/session-bench.js';
import { jwt } from '../support/jwt.js';

const { server, connect, count, logIn, pass, silent } = await startSessionBench();

afterEach(() => void vi.unstubAllGlobals());

describe('a session that is kept', () => {
  it('outlives the page, with all that belongs to it', async () => {
    const { client, device, session, storage } = await logIn();
    createSession(client, session, { storage });
    pass(100, device);
    const live = createSession(client, null, { storage });
    expect(live.session).toEqual(session);
    expect(await live.idToken()).toBe(session.idToken);
    pass(150, device);
    const token = await live.idToken();
    const after = createSession(client, null, { storage });
    expect([after.session, await after.idToken(), count(BC)]).toEqual([live.session, token, 1]);
    expect([live.session!.idToken, +live.session!.expiresAt]).toEqual([token, device.clock + 43_200_000]);
  });

  it('is that of its application at its tenant, and of no other', async () => {
    const { client, device, session, storage } = await logIn();
    createSession(client, session, { storage });
    const others = [
      connect({ clientId: 'other' }, device),
      connect({ baseUrl: `${server.origin}/b` }, device),
      connect({ tenantId: 'other' }, device),
    ];
    for (const other of others) expect(createSession(other, null, { storage }).session).toBeNull();
    expect(storage.kept.size).toBe(1);
  });

  it('has the name that docs/privacy.md gives', async () => {
    const { client, device, session, storage } = await logIn();
    createSession(client, session, { storage });
    createSession(connect({ tenantId: 't-2' }, device), session, { storage });
    const name = `ciam-login:session:${client.baseUrl}:${client.clientId}`;
    expect([...storage.kept.keys()]).toEqual([name, `${name}:t-2`]);
  });

  it('promise S6: without a storage is kept nowhere', async () => {
    const { client, device, session } = await logIn();
    const stored = [fakeStorage(), fakeStorage()];
    vi.stubGlobal('localStorage', stored[0]);
    vi.stubGlobal('sessionStorage', stored[1]);
    const live = createSession(client, session);
    pass(290, device);
    await live.idToken();
    expect([device.stored.size, ...stored.map(({ kept }) => kept.size)]).toEqual([0, 0, 0]);
    expect(live.session?.idToken).not.toBe(session.idToken);
    await live.logout();
    expect(live.session).toBeNull();
  });

  it('that was begun anew takes the place of the one before', async () => {
    const { client, session, storage } = await logIn();
    createSession(client, session, { storage });
    const next = await begunSession(client, 'han.meimei');
    expect(createSession(client, next, { storage }).session).toEqual(next);
    expect(createSession(client, null, { storage }).session).toEqual(next);
  });

  it('that came without an id_token gets one when it is asked for', async () => {
    server.settings.idToken = false;
    const { client, session, storage } = await logIn();
    expect(session.idToken).toBeNull();
    const live = createSession(client, session, { storage });
    const [one, two] = await Promise.all([live.idToken(), live.idToken()]);
    expect([one === two, count(BC), live.session?.idToken]).toEqual([true, 1, one]);
    expect(await live.idToken()).toBe(one);
  });
});

describe('a storage that is no help', () => {
  const HOSTILE = '{"__proto__":{"sessionToken":"s","expiresAt":1e15,"idTokenAt":0}}';
  it.each([
    ...[
      '',
      'null',
      '[]',
      '5',
      '<html>',
      '{',
      '{}',
      HOSTILE,
      '{"sessionToken":"s"}',
      '{"sessionToken":5,"expiresAt":1e15,"idTokenAt":0}',
    ],
    ...[
      '{"sessionToken":"","expiresAt":1e15,"idTokenAt":0}',
      '{"sessionToken":"s","expiresAt":"x","idTokenAt":0}',
    ],
    ...['{"sessionToken":"s","expiresAt":1e15}', '{"sessionToken":"s","expiresAt":1e300,"idTokenAt":0}'],
    '{"sessionToken":"s","expiresAt":1,"idTokenAt":0}',
  ])('promise S7: holds no session in %j', async (text) => {
    const { client, session, storage, ends, onEnd } = await logIn();
    createSession(client, session, { storage });
    const [key] = [...storage.kept.keys()];
    storage.kept.set(key!, text);
    const live = createSession(client, null, { storage, onEnd });
    expect(live.session).toBeNull();
    expect(await codeOf(() => live.idToken())).toBe('session-invalid');
    expect([silent(), ends.length, storage.kept.size, 'sessionToken' in {}]).toEqual([true, 1, 0, false]);
  });

  it.each([
    { idToken: 'a.b.c' },
    { idToken: 5 },
    { idToken: '' },
    { idToken: jwt({ sub: 'u-1', exp: 1e15, iat: 1e15 + 1 }) },
    { idTokenAt: 1e15 },
    { expiresIn: 'x' },
    { expiresIn: null, idToken: null },
  ])('has its id_token renewed where %j', async (change) => {
    const { client, session, storage, ends, onEnd } = await logIn();
    createSession(client, session, { storage });
    const [[key, text] = ['', '']] = [...storage.kept];
    storage.kept.set(key, JSON.stringify({ ...(JSON.parse(text) as object), ...change }));
    const live = createSession(client, null, { storage, onEnd });
    const token = await live.idToken();
    expect(token.split('.')).toHaveLength(3);
    expect([live.session?.idToken, ends]).toEqual([token, []]);
    expect(count(BC)).toBe('idToken' in change || 'idTokenAt' in change ? 1 : 0);
  });

  it.each(['setItem', 'getItem', 'removeItem'] as const)(
    'may throw at %s: it lives in memory',
    async (name) => {
      const { client, device, session, storage, ends, onEnd } = await logIn();
      storage[name] = () => {
        throw new DOMException('?', 'QuotaExceededError');
      };
      const live = createSession(client, session, { storage, onEnd });
      if (name !== 'getItem') {
        pass(290, device);
        const token = await live.idToken();
        pass(290, device);
        expect(await live.idToken()).not.toBe(token);
        expect([live.session === null, count(BC)]).toEqual([false, 2]);
      }
      await live.logout();
      expect([live.session, ends]).toEqual([null, [null]]);
    },
  );

  it('may be full only later: the session token that is new is not lost', async () => {
    const { client, device, session, storage } = await logIn();
    const live = createSession(client, session, { storage });
    storage.setItem = () => {
      throw new DOMException('?', 'QuotaExceededError');
    };
    for (let time = 1; time <= 2; time += 1) {
      pass(290, device);
      await live.idToken();
      expect(count(BC)).toBe(time);
    }
    const renewed = await refreshIdToken(client, live.session!, 'bc');
    expect(renewed.sessionToken).not.toBe(session.sessionToken);
  });
});
