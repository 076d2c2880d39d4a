import { describe, expect, it } from 'vitest';
import { BC, codeOf } from '../support/session-bench.js';
import { startSessionPages } from './session-pages.js';

const { server, open, pass, refreshes } = await startSessionPages();

describe('a renewal that fails', () => {
  it('leaves the token before, while that is good; after that it is an error, but no end', async () => {
    const { live, session, device, ends } = await open();
    for (const fault of [{ kind: 'reset' }, { kind: 'empty', status: 503 }, { kind: 'html' }] as const) {
      server.faults.set(BC, fault);
      pass(80, device);
      expect(await live.idToken()).toBe(session.idToken);
    }
    pass(70, device);
    expect(await codeOf(() => live.idToken())).toBe('bad-response');
    server.faults.set(BC, { kind: 'reset' });
    expect(await codeOf(() => live.idToken())).toBe('network');
    expect([ends, live.session?.sessionToken]).toEqual([[], session.sessionToken]);
    server.faults.clear();
    expect(await live.idToken()).not.toBe(session.idToken);
  });

  it('is the end where the server refuses: told once, and nothing is kept', async () => {
    const { live, device, ends, storage } = await open();
    pass(290, device);
    server.faults.set(BC, { kind: 'status', status: 400, body: { error_code: 'IDAAS.SDK.PARAM.0023' } });
    const codes = await Promise.all(Array.from({ length: 3 }, () => codeOf(() => live.idToken())));
    codes.push(await codeOf(() => live.idToken()), await codeOf(() => live.logout()));
    expect(codes).toEqual(Array(5).fill('session-invalid'));
    expect([refreshes(), ends.length, live.session, storage.kept.size]).toEqual([1, 1, null, 0]);
    expect(ends[0]).toMatchObject({ code: 'session-invalid', serverCode: 'IDAAS.SDK.PARAM.0023' });
  });

  it('is the end for another tab, too', async () => {
    const first = await open();
    const second = first.tab();
    pass(290, first.device);
    server.faults.set(BC, { kind: 'status', status: 400, body: { error_code: 'PARAM.0016' } });
    const codes = [codeOf(() => first.live.idToken()), codeOf(() => second.live.idToken())];
    expect(await Promise.all(codes)).toEqual(['session-invalid', 'session-invalid']);
    expect([refreshes(), first.ends.length, second.ends.length]).toEqual([1, 1, 1]);
  });
});
