import { afterEach, describe, expect, it, vi } from 'vitest';
import { askToken } from '../../../src/methods/one-click-token.js';
import { oneClick } from '../../../src/methods/one-click.js';
import { type Visit, type VisitOptions, startFlowBench } from '../flow/visit.js';
import { type Gate, gate, settled } from '../support/gate.js';

const { server, visit } = await startFlowBench();
const DEFAULT_MS = 15_000;
afterEach(() => void vi.useRealTimers());

/** Somebody at a page whose carrier takes its time. */
async function open(options: VisitOptions = {}) {
  const signals: AbortSignal[] = [];
  const late = gate<string>();
  const getToken = vi.fn(({ signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    return late.passed;
  });
  const step = await oneClick.begin();
  const visitor = await visit({ ...options, step, settings: { oneClick: { getToken } } });
  return { visitor, late, signals, getToken };
}

/** How a carrier may answer when nobody waits any more. */
const LATE: [string, (late: Gate<string>) => void][] = [
  ['a token', (late) => late.open(server.issueOneClickToken())],
  ['an error', (late) => late.shut(new Error('?'))],
  ['an AbortError', (late) => late.shut(new DOMException('?', 'AbortError'))],
];

/** Whatever comes now, nothing follows from it. */
async function expectSilence(visitor: Visit, act: () => void): Promise<void> {
  const { state } = visitor.flow;
  const told = [...visitor.told];
  act();
  await settled();
  expect([visitor.flow.state, visitor.told, server.journal.list()]).toEqual([state, told, []]);
}

describe('the press that asks the carrier', () => {
  it('asks within the click: before anything is waited for', async () => {
    const { visitor, late, getToken } = await open();
    const attempt = visitor.flow.submit({});
    expect([getToken.mock.calls.length, visitor.flow.state.phase]).toEqual([1, 'submitting']);
    late.open(server.issueOneClickToken());
    await attempt;
    expect(visitor.events).toEqual(['success']);
  });

  it('promise N8: asks once, however often somebody presses', async () => {
    const { visitor, late, getToken } = await open();
    const presses = [visitor.flow.submit({}), visitor.flow.submit({}), visitor.flow.submit({})];
    late.open(server.issueOneClickToken());
    await Promise.all(presses);
    expect([visitor.events, getToken.mock.calls.length, server.journal.list().length]).toEqual([
      ['success'],
      1,
      1,
    ]);
  });

  it('promise O6: asks nobody before consent', async () => {
    const { visitor, late, getToken } = await open({ consentNeeded: true });
    for (const consent of [undefined, '']) await visitor.flow.submit({ consent });
    expect(visitor.told).toEqual(['failure consent-required start', 'failure consent-required start']);
    expect([visitor.flow.state.failure!.field, getToken.mock.calls.length]).toEqual(['consent', 0]);
    late.open(server.issueOneClickToken());
    await visitor.flow.submit({ consent: 'on' });
    expect([visitor.events.at(-1), getToken.mock.calls.length]).toEqual(['success', 1]);
  });

  it('promise S8: asks nobody with a client that is set wrong', async () => {
    const { visitor, getToken } = await open({ config: { clientId: '' } });
    await visitor.flow.submit({});
    expect([visitor.told, getToken.mock.calls.length]).toEqual([['failure config start'], 0]);
  });
});

describe('a carrier that never answers', () => {
  it('promise N2: is a timeout, and is told to go', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { visitor, signals } = await open();
    const attempt = visitor.flow.submit({});
    // A person reads the carrier's page meanwhile: it gets longer than a call does.
    await vi.advanceTimersByTimeAsync(4 * DEFAULT_MS - 1);
    expect([visitor.told, signals[0]!.aborted]).toEqual([[], false]);
    await vi.advanceTimersByTimeAsync(1);
    await attempt;
    expect([visitor.told, signals[0]!.aborted]).toEqual([['failure timeout start'], true]);
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: { field: null } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('promise N2: gets the longest time that there is where the page has set it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { visitor } = await open({ config: { timeout: 2 ** 31 - 1 } });
    void visitor.flow.submit({});
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect([visitor.told, visitor.flow.state.phase]).toEqual([[], 'submitting']);
    visitor.flow.cancel();
  });

  it.each(LATE)('promise N8: is not heard any more after that: %s', async (_, answer) => {
    const { visitor, late } = await open({ config: { timeout: 2 } });
    await visitor.flow.submit({});
    expect(visitor.told).toEqual(['failure timeout start']);
    await expectSilence(visitor, () => answer(late));
  });

  it('promise N3: is a timeout, also where it calls that an AbortError', async () => {
    const { visitor, late, signals } = await open({ config: { timeout: 2 } });
    const attempt = visitor.flow.submit({});
    signals[0]!.addEventListener('abort', () => late.shut(new DOMException('?', 'AbortError')));
    await attempt;
    expect(visitor.told).toEqual(['failure timeout start']);
  });

  it('promise N8: does not disturb the next attempt', async () => {
    const { visitor, late, getToken } = await open({ config: { timeout: 100 } });
    const next = gate<string>();
    getToken.mockImplementationOnce(({ signal }) => (signal.throwIfAborted(), next.passed));
    const first = visitor.flow.submit({});
    visitor.flow.cancel();
    const second = visitor.flow.submit({});
    next.open('token of an attempt that was given up');
    await first;
    await settled();
    expect([visitor.flow.state.phase, server.journal.list()]).toEqual(['submitting', []]);
    late.open(server.issueOneClickToken());
    await second;
    expect(visitor.events).toEqual(['success']);
  });
});

describe('giving up', () => {
  it.each<[string, unknown]>([
    ['a DOMException', new DOMException('The person went back', 'AbortError')],
    ['an error of that name', Object.assign(new Error('?'), { name: 'AbortError' })],
    ['something of that name', { name: 'AbortError' }],
  ])('promise N3: is no error when the carrier says so: %s', async (_, cause) => {
    const throwIt = () => {
      throw cause;
    };
    for (const get of [throwIt, () => Promise.resolve().then(throwIt)]) {
      const getToken = vi.fn(get);
      const visitor = await visit({ step: await oneClick.begin(), settings: { oneClick: { getToken } } });
      await visitor.flow.submit({});
      expect([visitor.told, server.journal.list(), getToken.mock.calls.length]).toEqual([[], [], 1]);
      expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: null });
    }
  });

  it.each(LATE)('promise N3: tells the carrier, and nobody else: then comes %s', async (_, answer) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { visitor, late, signals } = await open();
    const attempt = visitor.flow.submit({});
    expect(signals[0]!.aborted).toBe(false);
    visitor.flow.cancel();
    expect([signals[0]!.aborted, visitor.flow.state.phase]).toEqual([true, 'ready']);
    expect(signals[0]!.reason).toMatchObject({ name: 'AbortError' });
    await attempt;
    expect([visitor.told, vi.getTimerCount()]).toEqual([[], 0]);
    await expectSilence(visitor, () => answer(late));
  });

  it('promise N3: is no error within the very call, and leaves no rejection to nobody', async () => {
    const { visitor, getToken } = await open();
    getToken.mockImplementation(() => {
      visitor.flow.cancel();
      throw new Error('?');
    });
    const unhandled: unknown[] = [];
    const listen = (cause: unknown) => unhandled.push(cause);
    process.on('unhandledRejection', listen);
    await visitor.flow.submit({});
    await settled();
    process.off('unhandledRejection', listen);
    expect([visitor.told, unhandled, server.journal.list()]).toEqual([[], [], []]);
  });

  it('promise N9: leaves nothing running after a login, either', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { visitor, late } = await open();
    const attempt = visitor.flow.submit({});
    late.shut(new Error('?'));
    await attempt;
    expect([visitor.told, vi.getTimerCount()]).toEqual([['failure one-click-failed start'], 0]);
  });

  it('promise N9: tells nothing to a carrier that has answered', async () => {
    const controller = new AbortController();
    const getToken = vi.fn(({ signal }: { signal: AbortSignal }) =>
      Promise.resolve(`${signal.aborted} token`),
    );
    expect(await askToken({ getToken }, controller.signal, DEFAULT_MS)).toBe('false token');
    controller.abort();
    expect(getToken.mock.calls[0]![0].signal.aborted).toBe(false);
  });
});
