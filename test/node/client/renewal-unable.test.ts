import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSession } from '../../../src/client/live-session.js';
import { caught } from '../support/caught.js';
import { BC, codeOf, startSessionBench } from '../support/session-bench.js';

/** How the code that checks a signature is loaded: as it is, unless this says otherwise. */
const network = vi.hoisted(() => ({ isDown: false }));
vi.mock('../../../src/client/verify-id-token.js', (original) =>
  network.isDown ? Promise.reject(new TypeError('Failed to fetch')) : original<object>(),
);

const { server, connect, count, logIn, pass } = await startSessionBench();

afterEach(() => {
  network.isDown = false;
  vi.unstubAllGlobals();
});

describe('a renewal that cannot be', () => {
  it('promise N4: of an id_token that never was is an error, and no empty token', async () => {
    server.settings.idToken = false;
    const { client, session } = await logIn();
    server.faults.set(BC, { kind: 'reset' });
    expect(await codeOf(() => createSession(client, session).idToken())).toBe('network');
  });

  it('promise S5: without what checks its signature is none: the one before is used while it is valid', async () => {
    const { device, session } = await logIn();
    const live = createSession(connect({ jwksUri: 'auto' }, device), session);
    network.isDown = true;
    pass(250, device);
    expect(await live.idToken()).toBe(session.idToken);
    pass(60, device);
    expect(await caught(() => live.idToken())).toMatchObject({ code: 'network', subject: 'not-loaded' });
    network.isDown = false;
    expect(await live.idToken()).not.toBe(session.idToken);
  });

  it('promise S5: keeps nobody waiting who needs none, whatever another tab does', async () => {
    vi.stubGlobal('navigator', { locks: { request: () => new Promise(() => undefined) } });
    const { client, session } = await logIn();
    expect(await createSession(client, session).idToken()).toBe(session.idToken);
    expect(count(BC)).toBe(0);
  });
});
