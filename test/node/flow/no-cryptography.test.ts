import { afterEach, describe, expect, it, vi } from 'vitest';
import { TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { password } from '../../../src/methods/password.js';
import { jwt } from '../support/jwt.js';
import { type VisitOptions, startFlowBench } from './visit.js';

const { server, visit } = await startFlowBench();
afterEach(() => void vi.unstubAllGlobals());

/** Logs in on a page that is not served by https, where browsers have no `crypto.subtle`. */
async function logIn(options: VisitOptions) {
  const visitor = await visit({ ...options, step: await password.begin() });
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  await visitor.flow.submit({ userName: 'li.lei', password: TEST_PASSWORD });
  return visitor;
}

describe('a page without cryptography', () => {
  it.each([{ config: { jwksUri: 'auto' } }, { settings: { fetchIdToken: 'hw' } }])(
    'promise D7: spends nothing where the end of the login would need it: %j',
    async (options) => {
      const visitor = await logIn(options);
      expect(visitor.events).toEqual(['failure config start']);
      expect(visitor.errors[0]).toMatchObject({ subject: 'https', retryable: false });
      expect(server.journal.list()).toEqual([]);
    },
  );

  it('promise D7: logs in where nothing needs it', async () => {
    server.settings.idToken = false; // the server, which would sign one, lives in the same process
    expect((await logIn({})).events).toEqual(['success']);
    const id_token = jwt({ sub: 'u-1', iat: 1, exp: 2 });
    const body = JSON.stringify({ id_token });
    server.faults.set('/api/v2/sdk/sso/session-token/id-token', { kind: 'body', body });
    const fetched = await logIn({ settings: { fetchIdToken: 'bc' } });
    expect(fetched.successes).toMatchObject([{ success: { session: { idToken: id_token } } }]);
  });
});
