import { afterEach, expect, it, vi } from 'vitest';
import { createSession } from '../../../src/client/live-session.js';
import { begunSession } from '../support/begun-session.js';
import { codeOf, startSessionBench } from '../support/session-bench.js';

const { server, logIn } = await startSessionBench();

afterEach(() => void vi.unstubAllGlobals());

it('a slow logout has forgotten the session before the server has answered: the page may be left meanwhile', async () => {
  const { client, session, storage, ends, onEnd } = await logIn();
  server.settings.dialect = 'hw';
  const live = createSession(client, session, { storage, dialect: 'hw', onEnd });
  const otherTab = createSession(client, null, { storage, dialect: 'hw' });
  server.faults.set('/api/v2/sdk/public-key', { kind: 'delay', ms: 200 });
  const out = live.logout();
  expect([live.session, otherTab.session, storage.kept.size]).toEqual([null, null, 0]);
  expect([await codeOf(() => live.idToken()), await codeOf(() => live.logout()), ends]).toEqual([
    ...['session-invalid', 'session-invalid', []],
  ]);
  await out;
  expect([ends, storage.kept.size]).toEqual([[null], 0]);
});

it('a slow logout of one tab does not end the login that another tab makes meanwhile', async () => {
  const { client, session, storage, ends, onEnd } = await logIn();
  const next = await begunSession(client, 'han.meimei');
  server.settings.dialect = 'hw';
  const before = createSession(client, session, { storage, dialect: 'hw', onEnd });
  server.faults.set('/api/v2/sdk/public-key', { kind: 'delay', ms: 200 });
  const out = before.logout();
  const after = createSession(client, next, { storage, dialect: 'hw' });
  await out;
  expect([before.session, ends, after.session]).toEqual([null, [null], next]);
  expect(createSession(client, null, { storage }).session).toEqual(next);
  await after.logout();
  expect(storage.kept.size).toBe(0);
});
