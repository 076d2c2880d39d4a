import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { FIXED_CODE, FIXED_MOBILE } from '../../../demo/server/test-numbers.js';
import { createSigner } from '../support/key-server.js';
import { CLAIMS, KEYS, LOGIN, VERIFIED, startEndBench } from './end-bench.js';
import { entered } from './visit.js';

const { server, visit, logIn, afterLogin, expectRefused } = await startEndBench();
const stranger = await createSigner();

// The shortest waits that the jitter allows.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

describe('promise S5: the end of a login', () => {
  it('promise S5: says that the signature was checked, and only then', async () => {
    const checked = await logIn(VERIFIED);
    expect(checked.successes).toMatchObject([
      { success: { verified: true, claims: { aud: 'demo-client' } } },
    ]);
    expect(afterLogin()).toEqual([KEYS]);
    for (const jwksUri of ['', ' ']) {
      server.journal.clear();
      const trusted = await logIn({ config: { jwksUri } });
      expect(trusted.successes).toMatchObject([
        { success: { verified: false, claims: { aud: 'demo-client' } } },
      ]);
      expect(afterLogin()).toEqual([]);
    }
  });

  it('promise N9: leaves nothing that waits for it', async () => {
    const timeout = 12_345;
    const [set, clear] = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'clearTimeout')];
    await logIn({ config: { jwksUri: 'auto', timeout } });
    const ours = set.mock.results.filter((_, i) => set.mock.calls[i]![1] === timeout);
    const cleared = new Set<unknown>(clear.mock.calls.flat());
    // The code that is loaded, the login, and the keys.
    expect(ours.map(({ value }) => cleared.has(value))).toEqual([true, true, true]);
  });

  it('promise S5: needs no id_token, and then no keys', async () => {
    server.settings.idToken = false;
    for (const options of [{}, VERIFIED]) {
      const visitor = await logIn(options);
      expect(visitor.events).toEqual(['success']);
      expect(visitor.successes).toMatchObject([
        { success: { session: { idToken: null }, claims: null, verified: false } },
      ]);
    }
    expect(afterLogin()).toEqual([]);
  });

  it('promise S5: lets nobody in by a token that a stranger has signed', async () => {
    server.faults.set(LOGIN, { kind: 'patch', json: { id_token: await stranger.sign(CLAIMS) } });
    const visitor = await logIn(VERIFIED);
    expectRefused(visitor, 'id-token-invalid');
    expect(visitor.errors[0]).toMatchObject({ subject: 'signature' });
    expect(JSON.stringify([visitor.errors, visitor.flow.state.failure])).not.toContain('eyJ');
  });

  it.each<[string, Fault, number]>([
    ['bad-response', { kind: 'html' }, 1],
    ['bad-response', { kind: 'body', body: '{"keys":{}}' }, 1],
    ['bad-response', { kind: 'empty', status: 404 }, 1],
    ['id-token-invalid', { kind: 'body', body: '{"keys":[]}' }, 2],
    ['network', { kind: 'reset' }, 3],
    ['busy', { kind: 'empty', status: 503 }, 3],
  ])('promise S5: without a key to be had there is no success: %s', async (code, fault, times) => {
    server.faults.set(KEYS, fault);
    expectRefused(await logIn(VERIFIED), code);
    expect(afterLogin()).toEqual(Array(times).fill(KEYS));
  });

  it('promise S5: without keys in time there is no success', async () => {
    server.faults.set(KEYS, { kind: 'hang' });
    const visitor = await visit({ config: { jwksUri: 'auto', timeout: 400 } });
    await visitor.flow.submit(entered(FIXED_MOBILE, FIXED_CODE));
    expect([visitor.told, visitor.successes]).toEqual([['failure timeout start'], []]);
  });

  it('promise S5: goes on where the keys come after all', async () => {
    server.faults.set(KEYS, { kind: 'empty', status: 500, times: 2 });
    const visitor = await logIn(VERIFIED);
    expect([visitor.events, afterLogin()]).toEqual([['success'], [KEYS, KEYS, KEYS]]);
  });

  it('promise N3: may be given up while the keys are fetched', async () => {
    server.faults.set(KEYS, { kind: 'hang' });
    const visitor = await visit(VERIFIED);
    const attempt = visitor.flow.submit(entered(FIXED_MOBILE, FIXED_CODE));
    while (!afterLogin().length) await new Promise((resolve) => setTimeout(resolve, 2));
    visitor.flow.cancel();
    await attempt;
    expect([visitor.told, visitor.flow.state.phase, afterLogin()]).toEqual([[], 'ready', [KEYS]]);
  });
});
