import { describe, expect, it } from 'vitest';
import { createSession } from '../../../src/client/live-session.js';
import { refreshIdToken } from '../../../src/client/session.js';
import { SDK } from '../support/client-bench.js';
import { fakeDevice } from '../support/fake-device.js';
import { BC, codeOf, startSessionBench } from '../support/session-bench.js';

const { server, count, logIn, pass, silent } = await startSessionBench();
const LOGOUT = `${SDK}/logout`;
const DAY = 86_400;

describe('the clock of a device', () => {
  it.each([-DAY, DAY])('may be wrong by %d seconds from the start', async (off) => {
    const device = fakeDevice();
    device.clock = Date.now() + off * 1000;
    const { client, session, ends, onEnd } = await logIn(device);
    const live = createSession(client, session, { onEnd });
    expect(await live.idToken()).toBe(session.idToken);
    pass(239, device);
    expect(await live.idToken()).toBe(session.idToken);
    pass(2, device);
    const token = await live.idToken();
    expect([token === session.idToken, count(BC), ends]).toEqual([false, 1, []]);
    pass(100, device);
    expect(await live.idToken()).toBe(token);
  });

  it('that is set back does not make an id_token live longer', async () => {
    const { client, device, session, ends, onEnd } = await logIn();
    const live = createSession(client, session, { onEnd });
    server.advance(400_000);
    device.clock -= 3_600_000;
    const token = await live.idToken();
    expect([token === session.idToken, count(BC)]).toEqual([false, 1]);
    pass(200, device);
    expect([(await live.idToken()) === token, count(BC), ends]).toEqual([true, 1, []]);
  });

  it('that has come to the end of the session ends it: told once, and nothing is sent', async () => {
    const { client, device, session, storage, ends, onEnd } = await logIn();
    const live = createSession(client, session, { storage, onEnd });
    pass(43_199.999, device);
    expect([live.session, ends]).toEqual([session, []]);
    pass(0.001, device);
    expect(live.session).toBeNull();
    for (let time = 0; time < 2; time += 1)
      expect(await codeOf(() => live.idToken())).toBe('session-invalid');
    expect([silent(), storage.kept.size]).toEqual([true, 0]);
    expect(ends).toMatchObject([{ code: 'session-invalid', serverCode: null }]);
  });
});

it('a session ends though nobody wants to be told', async () => {
  const { client, device, session } = await logIn();
  const live = createSession(client, session);
  pass(session.expiresIn + 1, device);
  expect(await codeOf(() => live.idToken())).toBe('session-invalid');
});

describe('a logout', () => {
  it('of BambooCloud forgets the session, and calls nobody', async () => {
    const { client, session, storage, ends, onEnd } = await logIn();
    const live = createSession(client, session, { storage, onEnd });
    await live.logout();
    expect([live.session, ends, storage.kept.size, silent()]).toEqual([null, [null], 0, true]);
    expect([await codeOf(() => live.idToken()), await codeOf(() => live.logout())]).toEqual([
      ...['session-invalid', 'session-invalid'],
    ]);
    expect(ends).toEqual([null]);
  });

  it('of Huawei Cloud ends it at the server, too', async () => {
    const { client, session, storage, ends, onEnd } = await logIn();
    server.settings.dialect = 'hw';
    const live = createSession(client, session, { dialect: 'hw', storage, onEnd });
    await live.logout();
    expect([count(LOGOUT), live.session, ends, storage.kept.size]).toEqual([1, null, [null], 0]);
    expect(await codeOf(() => refreshIdToken(client, session, 'hw'))).toBe('session-invalid');
  });

  it('that the server does not hear of is one all the same', async () => {
    const { client, session, storage, ends, onEnd } = await logIn();
    server.settings.dialect = 'hw';
    server.faults.set(LOGOUT, { kind: 'reset' });
    const live = createSession(client, session, { dialect: 'hw', storage, onEnd });
    expect(await codeOf(() => live.logout())).toBe('network');
    expect([count(LOGOUT), live.session, ends, storage.kept.size]).toEqual([1, null, [null], 0]);
  });

  it('ends it in the other tabs, which are told when they ask', async () => {
    const { client, session, storage, ends, onEnd } = await logIn();
    const first = createSession(client, session, { storage });
    const second = createSession(client, null, { storage, onEnd });
    await first.logout();
    expect([second.session, await codeOf(() => second.idToken())]).toEqual([null, 'session-invalid']);
    expect([ends.length, silent()]).toEqual([1, true]);
  });

  it('during a renewal stays one', async () => {
    const { client, device, session, storage, ends, onEnd } = await logIn();
    const live = createSession(client, session, { storage, onEnd });
    pass(290, device);
    const asked = codeOf(() => live.idToken());
    await live.logout();
    expect(await asked).toBe('session-invalid');
    expect([live.session, ends, storage.kept.size]).toEqual([null, [null], 0]);
  });
});
