import { describe, expect, it, vi } from 'vitest';
import { oneClick } from '../../../src/methods/one-click.js';
import type { Visit, VisitOptions } from '../flow/visit.js';
import { startFlowBench } from '../flow/visit.js';

const { server, visit } = await startFlowBench();
const PATH = '/api/v2/sdk/login/aliyun-mobile-auth';

/** Somebody at a page that has set this as `oneClick`. */
async function open(provider: unknown, options: VisitOptions = {}): Promise<Visit> {
  return visit({ ...options, step: await oneClick.begin(), settings: { oneClick: provider } });
}

const posts = () => server.journal.list({ method: 'POST' }).map(({ path, body }) => ({ path, body }));
const named = (name: string) => Object.assign(new Error('?'), { name });
const throwIt = (cause: unknown) => () => {
  throw cause;
};

const reject = (cause: unknown) => Promise.resolve().then(throwIt(cause));

/** Something with `then` that is no promise, and that answers as often as it likes. */
function thenable(
  ...answers: ((settle: (token: unknown) => void, fail: (cause: unknown) => void) => void)[]
) {
  return {
    then(settle: (token: unknown) => void, fail: (cause: unknown) => void) {
      for (const answer of answers) answer(settle, fail);
    },
  };
}

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
    const visitor = await open({ getToken }, { config: { timeout: 100 } });
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

describe('a provider that has none', () => {
  const getters: [string, () => unknown][] = [
    ...[new Error('?'), 'no', null, undefined, 5].flatMap((cause): [string, () => unknown][] => [
      [`it throws ${String(cause)}`, throwIt(cause)],
      [`it rejects with ${String(cause)}`, () => reject(cause)],
    ]),
    ['it gives what only seems to be a text', () => Promise.resolve({ trim: () => 'token' })],
    ['it rejects with another name', () => reject(named('TimeoutError'))],
    ['its then throws', () => thenable(throwIt(new Error('?')))],
    [
      'it fails, and then has one',
      () =>
        thenable(
          (_, fail) => fail(new Error('?')),
          (settle) => settle('token'),
        ),
    ],
    ...[
      '',
      ' ',
      '\u3000\n',
      null,
      undefined,
      0,
      5,
      true,
      {},
      ['token'],
      { token: 'token' },
      Symbol('token'),
    ].map((value): [string, () => unknown] => [
      `it gives ${typeof value === 'object' ? JSON.stringify(value) : `a ${typeof value}, ${String(value)}`}`,
      () => Promise.resolve(value),
    ]),
  ];

  it.each(getters)('fails with one event, and nothing is sent: %s', async (_, get) => {
    const getToken = vi.fn(get);
    const visitor = await open({ getToken });
    await visitor.flow.submit({});
    expect(visitor.told).toEqual(['failure one-click-failed start']);
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: { field: null } });
    expect([server.journal.list(), getToken.mock.calls.length]).toEqual([[], 1]);
  });

  it('says why to whoever looks at the cause', async () => {
    const cause = new Error('600024');
    const visitor = await open({ getToken: () => reject(cause) });
    await visitor.flow.submit({});
    expect(visitor.errors[0]!.cause).toBe(cause);
  });

  it('may have one at the next press', async () => {
    const getToken = vi.fn(() => Promise.resolve(server.issueOneClickToken()));
    getToken.mockImplementationOnce(() => reject(new Error('?')));
    const visitor = await open({ getToken });
    await visitor.flow.submit({});
    await visitor.flow.submit({});
    expect([visitor.events, getToken.mock.calls.length]).toEqual([
      ['failure one-click-failed start', 'success'],
      2,
    ]);
  });
});

describe('a page that has set no provider, or something else', () => {
  it.each([undefined, null])('is told which property: %s', async (value) => {
    const visitor = await open(value);
    await visitor.flow.submit({});
    expect(visitor.told).toEqual(['failure config start']);
    expect([visitor.errors[0]!.subject, server.journal.list()]).toEqual(['oneClick', []]);
  });

  it.each([
    {},
    [],
    'on',
    '[object Object]',
    '',
    0,
    5,
    true,
    false,
    () => 'token',
    { getToken: 'token' },
    { getToken: null },
  ])('is told that it does not work: %j', async (value) => {
    const visitor = await open(value);
    await visitor.flow.submit({});
    expect([visitor.told, server.journal.list()]).toEqual([['failure one-click-unavailable start'], []]);
  });
});
