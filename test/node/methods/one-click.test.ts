import { describe, expect, it, vi } from 'vitest';
import { startCarrierBench, thenable } from './carrier.js';

const { server, open } = await startCarrierBench();
const PATH = '/api/v2/sdk/login/aliyun-mobile-auth';
const posts = () => server.journal.list({ method: 'POST' }).map(({ path, body }) => ({ path, body }));

describe('a provider that has a token', () => {
  const WAYS: [string, (token: string) => unknown][] = [
    ['at once, as a promise', (token) => Promise.resolve(token)],
    ['at once, without a promise', (token) => token],
    ['later', (token) => new Promise((resolve) => setTimeout(resolve, 5, token))],
    ['as something with then', (token) => thenable((settle) => settle(token))],
    [
      'twice',
      (token) =>
        thenable(
          (settle) => settle(token),
          (settle) => settle('another'),
        ),
    ],
    [
      'and then fails',
      (token) =>
        thenable(
          (settle) => settle(token),
          (_, fail) => fail(new Error('?')),
        ),
    ],
  ];

  it.each(WAYS)('promise N1: logs somebody in, with one call: %s', async (_, give) => {
    const token = server.issueOneClickToken();
    const getToken = vi.fn(() => give(token));
    const visitor = await open({ getToken });
    await visitor.flow.submit({});
    expect([visitor.told, visitor.successes.length]).toEqual([['success', 'step done'], 1]);
    expect(posts()).toEqual([{ path: PATH, body: { access_token: token } }]);
    expect([server.journal.list().length, getToken.mock.calls.length]).toEqual([1, 1]);
  });

  it('is asked with its own `this`, for a signal and nothing else', async () => {
    const seen: unknown[] = [];
    class Carrier {
      readonly token = server.issueOneClickToken();
      getToken(...args: unknown[]) {
        seen.push(...args);
        return Promise.resolve(this.token);
      }
    }
    const visitor = await open(new Carrier());
    await visitor.flow.submit({});
    expect([visitor.events, seen]).toEqual([['success'], [{ signal: expect.any(AbortSignal) as unknown }]]);
  });

  it('promise N1: a token that the server refuses is told once, and no other is asked for', async () => {
    const getToken = vi.fn(() => Promise.resolve('made-up'));
    const visitor = await open({ getToken });
    await visitor.flow.submit({});
    expect(visitor.told).toEqual(['failure refused start']);
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: { field: null } });
    expect([posts().length, getToken.mock.calls.length]).toEqual([1, 1]);
  });

  it.each([
    [{ kind: 'reset' }, 'network'],
    [{ kind: 'empty', status: 500 }, 'busy'],
    [{ kind: 'empty', status: 404 }, 'bad-response'],
    [{ kind: 'hang' }, 'timeout'],
  ] as const)('promise N1: one token, one call, whatever the network does: %j', async (fault, code) => {
    server.faults.set(PATH, fault);
    const getToken = vi.fn(() => Promise.resolve(server.issueOneClickToken()));
    const visitor = await open({ getToken }, { config: { timeout: fault.kind === 'hang' ? 500 : 10_000 } });
    await visitor.flow.submit({});
    expect([visitor.events, posts().length]).toEqual([[`failure ${code} start`], 1]);
    expect(getToken).toHaveBeenCalledTimes(1);
  });

  it('promise S6: the token is kept nowhere', async () => {
    const token = server.issueOneClickToken({ error: 'USER.0039' });
    const visitor = await open({ getToken: () => Promise.resolve(token) });
    await visitor.flow.submit({});
    expect(visitor.events).toEqual(['failure user-disabled start']);
    expect(JSON.stringify([visitor.flow.state, [...visitor.device.stored]])).not.toContain(token);
  });

  it.each([
    ['MFA_AUTH', 'mfa'],
    ['SOCIAL_BIND', 'bind'],
    ['USER_REGISTER', 'register'],
  ])('lets nobody in whom the tenant answers %s', async (status, step) => {
    const getToken = () => Promise.resolve(server.issueOneClickToken({ status }));
    const visitor = await open({ getToken });
    await visitor.flow.submit({});
    expect([visitor.told, visitor.successes]).toEqual([[`step ${step}`], []]);
  });
});
