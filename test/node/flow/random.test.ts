import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { expectOrder } from './order.js';
import { type Visit, entered, startFlowBench } from './visit.js';

const { server, visit, wire } = await startFlowBench();
const MOBILE = '12345678901';
const LOGIN = '/api/v2/sdk/login/mobile-verify-code';
const SEND = '/api/v2/sdk/sms/send';
const RIGHT = { kind: 'empty' } as const;

const FAULTS: readonly Fault[] = [
  ...(['html', 'reset', 'hang', 'hang-body', 'cut', 'huge'] as const).map((kind) => ({ kind })),
  ...[204, 400, 401, 408, 500, 503].map((status) => ({ kind: 'empty', status }) as const),
  { kind: 'status', status: 429, headers: { 'Retry-After': '30' } },
  { kind: 'delay', ms: 15 },
];

type Action = (visitor: Visit) => unknown;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function right(): void {
  server.faults.clear(LOGIN);
  server.faults.set(SEND, RIGHT);
}

/** What somebody, the page or the network may do next. None of them waits for what another has begun. */
const actions: [string, Action][] = [
  ['send', ({ flow }) => flow.sendCode(entered(MOBILE))],
  ['send to another', ({ flow }) => flow.sendCode(entered('13912345678'))],
  ['send to none', ({ flow }) => flow.sendCode(entered('139'))],
  ['submit', ({ flow }) => flow.submit(entered(MOBILE, '232326'))],
  ['submit a wrong code', ({ flow }) => flow.submit(entered(MOBILE, '1111'))],
  ['submit no code', ({ flow }) => flow.submit(entered(MOBILE))],
  ['cancel', ({ flow }) => flow.cancel()],
  ['restart', (visitor) => visitor.restart()],
  ['a minute passes', ({ device }) => (device.clock += 60_000)],
  ['an hour goes back', ({ device }) => (device.clock -= 3_600_000)],
  ['the puzzle is closed', (visitor) => (visitor.solver = () => Promise.resolve(''))],
  ['the puzzle is broken', (visitor) => (visitor.solver = () => Promise.reject(new Error('?')))],
  ['the puzzle is slow', (visitor) => (visitor.solver = () => wait(5).then(() => 'token'))],
  ['the puzzle is solved', (visitor) => (visitor.solver = () => Promise.resolve('token'))],
  ['the network is right', right],
  ...FAULTS.map((fault): [string, Action] => [
    `the network: ${JSON.stringify(fault)}`,
    () => [LOGIN, SEND].forEach((path) => server.faults.set(path, fault)),
  ]),
];

/** An action, and how many milliseconds until the next. */
const move = fc.record({
  action: fc.constantFrom(...actions),
  pause: fc.constantFrom(0, 0, 1, 10, 30),
});
const moves = fc.array(move, { minLength: 1, maxLength: 14 });

const began = (visitor: Visit) =>
  visitor.trace.filter((line) => /^= (sending|submitting)$/.test(line)).length;

/** Attempts that ended in no event, although nobody gave up. A code that is on its way may be overtaken by a login. */
function unanswered({ trace }: Visit): string[] {
  const attempts = trace.join('\n').split(/^(?== (?:sending|submitting)$)/m);
  return attempts.filter((attempt, i) => {
    const overtaken = attempt.startsWith('= sending') && attempts[i + 1]?.startsWith('= submitting');
    return attempt !== '' && !overtaken && !/^(sent|failure|success)/m.test(attempt);
  });
}

interface Played {
  visitor: Visit;
  config: { timeout: number };
  /** Calls that no attempt justifies. */
  unjustified: string[];
}

async function play(list: readonly { action: [string, Action]; pause: number }[]): Promise<Played> {
  server.reset();
  right();
  const config = { timeout: 40 };
  const visitor = await visit({ config, solver: () => Promise.resolve('token') });
  const { fetch } = visitor.device;
  const unjustified: string[] = [];
  const spent = new Set<number>();
  visitor.device.fetch = (url, init) => {
    const phase = url.endsWith('/sms/send') ? 'sending' : 'submitting';
    if (visitor.flow.state.phase !== phase || spent.has(began(visitor))) unjustified.push(url);
    spent.add(began(visitor));
    return fetch(url, init);
  };
  const pending: unknown[] = [];
  for (const { action, pause } of list) {
    pending.push(action[1](visitor));
    if (pause) await wait(pause);
  }
  await Promise.all(pending);
  if (wire().length > spent.size) unjustified.push(...wire());
  return { visitor, config, unjustified };
}

describe('promise N1, N8: whatever happens, in whatever order', () => {
  it('promise N1, N8: an attempt makes one call, ends in one event at most, and is never stuck', async () => {
    await fc.assert(
      fc.asyncProperty(moves, async (list) => {
        const { visitor, config, unjustified } = await play(list);
        expect(unjustified).toEqual([]);
        expectOrder(visitor.trace);
        const givenUp = list.some(({ action: [name] }) => name === 'cancel' || name === 'restart');
        if (!givenUp) expect(unanswered(visitor)).toEqual([]);

        // The way to a login is open to whoever begins anew.
        server.faults.clear();
        config.timeout = 8000;
        visitor.flow.restsUntil('submitting'); // as a form does each second: it notices a clock that was set back
        visitor.device.clock += 3_600_000;
        visitor.restart();
        await visitor.flow.submit(entered(MOBILE, '232326'));
        expect(visitor.events.at(-1)).toBe('success');
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
