import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { FIXED_MOBILE } from '../../../demo/server/test-numbers.js';
import { createClient } from '../../../src/client/client.js';
import { refreshIdToken } from '../../../src/client/session.js';
import { createSigner } from '../support/key-server.js';
import { CLAIMS, KEYS, VERIFIED, startEndBench } from './end-bench.js';

const { server, logIn, afterLogin, expectRefused } = await startEndBench();
const stranger = await createSigner();
const FROM_BC = '/api/v2/sdk/sso/session-token/id-token';
const FROM_HW = '/api/v2/sdk/session-token/refresh-id-token';
const HW_CALLS = ['/api/v2/sdk/public-key', '/api/v2/sdk/server-date', FROM_HW];

beforeEach(() => {
  server.settings.idToken = false;
});
afterEach(() => void vi.unstubAllGlobals());

describe('an id_token that has to be fetched', () => {
  const bc = { settings: { fetchIdToken: 'bc' } };
  const hw = { settings: { fetchIdToken: 'hw' } };

  it.each([
    ['bc', bc, [FROM_BC]],
    ['hw', hw, HW_CALLS],
  ] as const)('is part of the success: %s', async (dialect, options, calls) => {
    server.settings.dialect = dialect;
    const visitor = await logIn(options);
    expect([visitor.told, afterLogin()]).toEqual([['success', 'step done'], [...calls]]);
    const { session, claims, verified } = visitor.successes[0]!.success;
    expect(session.idToken!.split('.')).toHaveLength(3);
    expect([claims!.api!['mobile'], verified]).toEqual([`+86-${FIXED_MOBILE}`, false]);
    expect(session.expiresAt).toEqual(new Date(visitor.device.clock + 43_200_000));
    // The session is the one that lives: BambooCloud's is another after this.
    const client = createClient({ baseUrl: server.origin, clientId: 'demo-client' }, visitor.device);
    expect((await refreshIdToken(client, session, dialect)).idToken).not.toBeNull();
  });

  it.each([
    ['bc', bc],
    ['hw', hw],
  ] as const)('promise S5: is checked like any other: %s', async (dialect, options) => {
    server.settings.dialect = dialect;
    const visitor = await logIn({ ...options, ...VERIFIED });
    expect(visitor.successes).toMatchObject([{ success: { verified: true } }]);
    expect(afterLogin().at(-1)).toBe(KEYS);

    server.journal.clear();
    const path = dialect === 'bc' ? FROM_BC : FROM_HW;
    server.faults.set(path, { kind: 'patch', json: { id_token: await stranger.sign(CLAIMS) } });
    expectRefused(await logIn({ ...options, ...VERIFIED }), 'id-token-invalid');
    server.journal.clear();
    server.faults.set(path, { kind: 'patch', json: { id_token: 'a.b.c' } });
    expectRefused(await logIn(options), 'id-token-invalid');
    server.journal.clear();
    server.faults.clear();
    expectRefused(await logIn({ ...options, expected: { audience: 'other' } }), 'id-token-invalid');
  });

  it.each<[string, string, 'bc' | 'hw', Fault]>([
    [
      'session-invalid',
      FROM_BC,
      'bc',
      { kind: 'status', status: 400, body: { error_code: 'IDAAS.SDK.PARAM.0023' } },
    ],
    ['busy', FROM_BC, 'bc', { kind: 'empty', status: 503 }],
    ['network', FROM_BC, 'bc', { kind: 'reset' }],
    ['bad-response', FROM_BC, 'bc', { kind: 'patch', json: { id_token: null } }],
    ['bad-response', FROM_BC, 'bc', { kind: 'html' }],
    ['session-invalid', FROM_HW, 'hw', { kind: 'status', status: 400, body: { error_code: 'PARAM.0023' } }],
    ['network', FROM_HW, 'hw', { kind: 'reset' }],
    ['bad-response', HW_CALLS[0]!, 'hw', { kind: 'html' }],
    ['bad-response', HW_CALLS[1]!, 'hw', { kind: 'body', body: '{"timestamp":"now"}' }],
  ])('that cannot be fetched is an error, and no success: %s of %s', async (code, path, dialect, fault) => {
    server.settings.dialect = dialect;
    server.faults.set(path, fault);
    expectRefused(await logIn({ settings: { fetchIdToken: dialect } }), code);
    expect(server.journal.list(path)).toHaveLength(1);
  });

  it('in the other vendor’s dialect is an error', async () => {
    expectRefused(await logIn(hw), 'bad-response');
    server.journal.clear();
    server.settings.dialect = 'hw';
    expectRefused(await logIn(bc), 'bad-response');
  });

  it('in Huawei’s needs cryptography: elsewhere the page’s settings cannot work', async () => {
    server.settings.dialect = 'hw';
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const visitor = await logIn(hw);
    expect([visitor.errors[0], visitor.successes]).toMatchObject([{ code: 'config', subject: 'https' }, []]);
  });

  it.each([undefined, null, '', 'BC', 'HW', true, {}, ['bc'], 'aliyun'])(
    'is not fetched for %j',
    async (fetchIdToken) => {
      const visitor = await logIn({ settings: { fetchIdToken } });
      expect([visitor.events, afterLogin()]).toEqual([['success'], []]);
    },
  );

  it('is not fetched where there is one', async () => {
    server.settings.idToken = true;
    const visitor = await logIn(bc);
    expect([visitor.events, afterLogin()]).toEqual([['success'], []]);
  });
});
