import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import type { CaptchaChallenge } from '../../../src/protocol/captcha.js';
import { gate, settled } from '../support/gate.js';
import { type Visit, entered, startFlowBench } from './visit.js';

const { server, visit, wire } = await startFlowBench();
const MOBILE = '12345678901';
const SDK = '/api/v2/sdk';
const RIGHT = entered(MOBILE, '232326');

/** Where somebody may give up, by the call that is under way. */
const PLACES = [
  ['while the puzzle is fetched', 'sendCode', `${SDK}/captcha`],
  ['while the puzzle is checked', 'sendCode', `${SDK}/captcha/verify`],
  ['while the code is sent', 'sendCode', `${SDK}/sms/send`],
  ['while somebody is logged in', 'submit', `${SDK}/login/mobile-verify-code`],
] as const;

const WAYS: [string, (visitor: Visit) => void][] = [
  ['cancel', ({ flow }) => flow.cancel()],
  ['restart', (visitor) => visitor.restart()],
];

async function arrival(path: string): Promise<void> {
  while (!server.journal.list(path).length) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe.each(WAYS)('promise N3: %s is no error', (_, giveUp) => {
  it.each(PLACES)('promise N3: %s', async (_, action, path) => {
    const visitor = await visit();
    server.faults.set(path, { kind: 'hang' });
    const attempt = visitor.flow[action](RIGHT);
    await arrival(path);
    giveUp(visitor);
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', step: visitor.first, failure: null });
    await attempt;
    expect(visitor.events).toEqual([]);
    expect(visitor.told.at(-1) ?? 'step start').toBe('step start');
    expect(server.journal.list(path)).toHaveLength(1);
    expect(visitor.device.stored.size).toBe(0);
    server.faults.clear();
    await visitor.logIn(MOBILE);
    expect(visitor.events).toEqual(['sent login', 'success']);
  });

  it.each(PLACES)('promise N8: a late answer changes nothing: %s', async (_, action, path) => {
    const visitor = await visit();
    const late = gate();
    const { fetch } = visitor.device;
    // A browser that knows nothing of signals.
    visitor.device.fetch = async (url, { signal, ...init }) => {
      expect(signal).toBeDefined();
      const response = await fetch(url, init);
      if (url.endsWith(path)) await late.passed;
      return response;
    };
    const attempt = visitor.flow[action](RIGHT);
    await arrival(path);
    giveUp(visitor);
    const { state } = visitor.flow;
    const sent = wire();
    late.open();
    await attempt;
    await settled();
    expect(visitor.flow.state).toBe(state);
    expect([visitor.events, wire()]).toEqual([[], sent]);
    expect(visitor.device.stored.size).toBe(0);
  });

  it.each<[string, (late: ReturnType<typeof gate<string>>) => void]>([
    ['solved', (late) => late.open('token')],
    ['closed', (late) => late.open('')],
    ['broken', (late) => late.shut(new Error('?'))],
  ])('promise N8: a puzzle that is %s too late changes nothing', async (_, end) => {
    const late = gate<string>();
    const visitor = await visit({ solver: () => late.passed });
    const attempt = visitor.flow.sendCode(RIGHT);
    expect(visitor.told).toEqual(['step captcha']);
    giveUp(visitor);
    end(late);
    await attempt;
    expect([visitor.told, wire()]).toEqual([['step captcha', 'step start'], []]);
  });

  it('promise N8: an attempt that was given up does not disturb the next', async () => {
    const puzzles = [gate<string>(), gate<string>()];
    let count = 0;
    const visitor = await visit({ solver: () => puzzles[count++]!.passed });
    server.faults.set(`${SDK}/sms/send`, { kind: 'empty' });
    const first = visitor.flow.sendCode(RIGHT);
    giveUp(visitor);
    const second = visitor.flow.sendCode(RIGHT);
    puzzles[0]!.shut(new Error('?'));
    await first;
    expect(visitor.flow.state.phase).toBe('sending');
    puzzles[1]!.open('token');
    await second;
    expect(visitor.events).toEqual(['sent login']);
  });

  it('promise N3: the puzzle is told, and its calls end', async () => {
    const reasons: unknown[] = [];
    const visitor = await visit();
    visitor.solver = (request) => {
      request.signal.addEventListener('abort', () => reasons.push(request.signal.reason));
      return request.fetchChallenge().then(() => 'token');
    };
    server.faults.set(`${SDK}/captcha`, { kind: 'hang' });
    const attempt = visitor.flow.sendCode(RIGHT);
    await arrival(`${SDK}/captcha`);
    giveUp(visitor);
    await attempt;
    expect(reasons).toMatchObject([{ name: 'AbortError' }]);
  });

  it('promise N8: a wrong try that is told too late is told to nobody', async () => {
    const challenge = gate<CaptchaChallenge>();
    const visitor = await visit();
    visitor.solver = async (request) => {
      challenge.open(await request.fetchChallenge());
      return request.verify(await challenge.passed, 0);
    };
    const slow: Fault = { kind: 'delay', ms: 60 };
    server.faults.set(`${SDK}/captcha/verify`, slow);
    const attempt = visitor.flow.sendCode(RIGHT);
    await arrival(`${SDK}/captcha/verify`);
    giveUp(visitor);
    await attempt;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(visitor.events).toEqual([]);
  });
});

describe('giving up', () => {
  it('keeps what the last failure was, as the step is the same', async () => {
    const visitor = await visit();
    await visitor.flow.submit(entered(MOBILE));
    visitor.flow.cancel();
    expect(visitor.flow.state.failure).toMatchObject({ field: 'code' });
    visitor.restart();
    expect(visitor.flow.state.failure).toBeNull();
    expect(visitor.told).toEqual(['failure code-missing start']);
  });
});
