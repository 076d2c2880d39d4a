import { afterEach, expect, it, vi } from 'vitest';
import { createSession } from '../../../src/client/live-session.js';
import { begunSession } from '../support/begun-session.js';
import { startSessionBench } from '../support/session-bench.js';

const { server, logIn } = await startSessionBench();

afterEach(() => void vi.unstubAllGlobals());

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
