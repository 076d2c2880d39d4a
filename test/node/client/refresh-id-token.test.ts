import { describe, expect, it } from 'vitest';
import { loginWithPassword } from '../../../src/client/login.js';
import { logout, refreshIdToken } from '../../../src/client/session.js';
import { createSignature } from '../../../src/client/signature.js';
import type { Session } from '../../../src/protocol/login-answer.js';
import { TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { caught } from '../support/caught.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { fakeDevice } from '../support/fake-device.js';

const { server, connect, count } = await startClientBench();
const REFRESH = `${SDK}/sso/session-token/id-token`;
const HW_SESSION: Session = {
  ...{ sessionToken: 'st', expiresIn: 60, idToken: null },
  expiresAt: new Date(0),
};

async function logIn() {
  const device = fakeDevice();
  const client = connect({}, device);
  const answer = await loginWithPassword(client, { userName: 'li.lei', password: TEST_PASSWORD });
  if (answer.kind !== 'session') throw new Error(answer.kind);
  return { device, client, session: answer.session };
}

describe('a renewed session', () => {
  it.each([1e20, -1, 0, 1.5, 'x', '43200', null, true, {}, [60], 3_153_600_001])(
    'promise N4: keeps its end where expire is %j',
    async (expire) => {
      const { device, client, session } = await logIn();
      device.clock += 10_000;
      server.faults.set(REFRESH, { kind: 'patch', json: { expire } });
      const renewed = await refreshIdToken(client, session, 'bc');
      expect(renewed.expiresAt).toEqual(session.expiresAt);
      expect([renewed.expiresIn, isNaN(+renewed.expiresAt)]).toEqual([session.expiresIn, false]);
      expect(renewed.idToken).not.toBe(session.idToken);
    },
  );

  it.each(['', null, 7])('keeps its token where the server gives %j for a new one', async (session_token) => {
    const { client, session } = await logIn();
    server.faults.set(REFRESH, { kind: 'patch', json: { session_token } });
    expect((await refreshIdToken(client, session, 'bc')).sessionToken).toBe(session.sessionToken);
  });

  it('has the end that the server says', async () => {
    const { device, client, session } = await logIn();
    device.clock += 10_000;
    server.faults.set(REFRESH, { kind: 'patch', json: { expire: 60 } });
    expect(await refreshIdToken(client, session, 'bc')).toMatchObject({
      expiresIn: 60,
      expiresAt: new Date(device.clock + 60_000),
    });
  });
});

describe('promise N1: Huawei’s signature', () => {
  it.each([
    ['public-key', 1, 0],
    ['server-date', 1, 1],
  ])('promise N1: is not tried again when %s fails', async (path, keys, dates) => {
    server.settings.dialect = 'hw';
    const client = connect();
    for (const [fault, code] of [
      [{ kind: 'empty', status: 503 }, 'busy'],
      [{ kind: 'reset' }, 'network'],
    ] as const) {
      server.journal.clear();
      server.faults.set(`${SDK}/${path}`, fault);
      expect((await caught(() => createSignature(client, 'st'))).code).toBe(code);
      expect([count(`${SDK}/public-key`), count(`${SDK}/server-date`)]).toEqual([keys, dates]);
    }
    // Nor by those who need it, and nothing is sent without it.
    server.journal.clear();
    expect((await caught(() => refreshIdToken(client, HW_SESSION, 'hw'))).code).toBe('network');
    expect((await caught(() => logout(client, HW_SESSION))).code).toBe('network');
    expect(server.journal.list()).toHaveLength(2 * (keys + dates));
  });
});
