import { afterEach, describe, expect, it, vi } from 'vitest';
import { entered, startFlowBench } from './visit.js';

const { server, visit, wire } = await startFlowBench();
const MOBILE = '13912345678';

afterEach(() => void vi.restoreAllMocks());

describe('a whole login in plain Node', () => {
  it('promise P3: costs the documented calls and nothing else', async () => {
    const { logIn, trace } = await visit();
    await logIn(MOBILE);
    expect(trace).toEqual([
      ...['= sending', 'step captcha', 'step start', '= ready', 'sent login'],
      ...['= submitting', '= done', 'success', 'step done'],
    ]);
    expect(wire()).toEqual([
      ...['GET /captcha', 'POST /captcha/verify', 'POST /sms/send', 'POST /login/mobile-verify-code'],
    ]);
  });

  it('ends in a session, the claims and the device that it was', async () => {
    const { logIn, device, successes } = await visit();
    await logIn(MOBILE);
    expect(successes).toHaveLength(1);
    const { success, data } = successes[0]!;
    expect(success).toMatchObject({
      session: { expiresIn: 43_200, expiresAt: new Date(device.clock + 43_200_000) },
      claims: { iss: `${server.origin}/api/v1/oauth2`, aud: 'demo-client', api: { mobile: `+86-${MOBILE}` } },
      verified: false,
    });
    expect(success.session.sessionToken).not.toBe('');
    expect(success.session.idToken!.split('.')).toHaveLength(3);
    expect(data).toEqual(await device.data());
  });

  it('promise S5: an absent id_token is no fault', async () => {
    server.settings.dialect = 'hw';
    const { logIn, successes } = await visit();
    await logIn(MOBILE);
    expect(successes).toMatchObject([{ success: { session: { idToken: null }, claims: null } }]);
  });

  it('promise S5: a device clock wrong by a day does not break it', async () => {
    for (const off of [-86_400_000, 86_400_000]) {
      const visitor = await visit();
      visitor.device.clock = Date.now() + off;
      await visitor.logIn(MOBILE);
      expect(visitor.events.at(-1)).toBe('success');
    }
  });

  it.each([{ issuer: 'https://other.example' }, { audience: 'other' }])(
    'promise S5: an id_token for somebody else lets nobody in: %j',
    async (expected) => {
      const visitor = await visit({ expected });
      await visitor.logIn(MOBILE);
      const { told, successes, flow } = visitor;
      expect([told.at(-1), successes, flow.state.phase]).toEqual([
        'failure id-token-invalid start',
        [],
        'ready',
      ]);
    },
  );

  it('promise S5: a broken id_token lets nobody in', async () => {
    server.faults.set('/api/v2/sdk/login/mobile-verify-code', { kind: 'patch', json: { id_token: 'a.b.c' } });
    const visitor = await visit();
    await visitor.logIn(MOBILE);
    expect(visitor.told.at(-1)).toBe('failure id-token-invalid start');
  });

  it('promise S6: nothing of it stays: not in the state, the storage or the console', async () => {
    const said = ['log', 'info', 'warn', 'error', 'debug'].map((level) =>
      vi.spyOn(console, level as 'log').mockImplementation(() => undefined),
    );
    const { logIn, flow, device, successes } = await visit();
    await logIn(MOBILE);
    const { sessionToken, idToken } = successes[0]!.success.session;
    const kept = JSON.stringify([flow.state, flow.resendAt(entered(MOBILE)), [...device.stored]]);
    for (const secret of [sessionToken, idToken!, MOBILE, server.inbox.latestCode(MOBILE)!])
      expect(kept).not.toContain(secret);
    for (const spy of said) expect(spy).not.toHaveBeenCalled();
  });

  it('starts anew after a restart, as if nothing had been', async () => {
    const visitor = await visit();
    await visitor.logIn('12345678901');
    visitor.restart();
    expect(visitor.flow.state).toMatchObject({
      phase: 'ready',
      step: visitor.first,
      failure: null,
    });
    await visitor.logIn(MOBILE);
    expect(visitor.successes).toHaveLength(2);
  });
});
