import { describe, expect, it, vi } from 'vitest';
import { startCarrierBench, thenable } from './carrier.js';

const { server, open } = await startCarrierBench();
const named = (name: string) => Object.assign(new Error('?'), { name });
const throwIt = (cause: unknown) => () => {
  throw cause;
};

const reject = (cause: unknown) => Promise.resolve().then(throwIt(cause));

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
