import { describe, expect, it } from 'vitest';
import { gate } from '../support/gate.js';
import { entered, startFlowBench } from './visit.js';

const { server, visit, wire, solve } = await startFlowBench();
const MOBILE = '12345678901';
const RIGHT = entered(MOBILE, '232326');
const LOGIN = '/api/v2/sdk/login/mobile-verify-code';

describe('promise N8: one attempt at a time', () => {
  it('promise N8: a double click logs in once', async () => {
    const visitor = await visit();
    const { flow } = visitor;
    await Promise.all([flow.submit(RIGHT), flow.submit(RIGHT), flow.submit(RIGHT)]);
    expect(wire()).toEqual(['POST /login/mobile-verify-code']);
    expect(visitor.events).toEqual(['success']);
  });

  it('promise N8: a double click sends one code', async () => {
    const visitor = await visit();
    const { flow } = visitor;
    await Promise.all([flow.sendCode(RIGHT), flow.sendCode(RIGHT)]);
    expect(wire()).toEqual(['GET /captcha', 'POST /captcha/verify', 'POST /sms/send']);
    expect(server.inbox.list(MOBILE)).toHaveLength(1);
    expect(visitor.told).toEqual(['step captcha', 'step start', 'sent login']);
  });

  it('promise N8: neither can begin while the other is under way', async () => {
    const puzzle = gate();
    const visitor = await visit({ solver: (request) => puzzle.passed.then(() => solve(request)) });
    const { flow } = visitor;
    const sending = flow.sendCode(RIGHT);
    await flow.submit(RIGHT);
    expect(wire()).toEqual([]);
    puzzle.open();
    await sending;

    server.faults.set(LOGIN, { kind: 'delay', ms: 50 });
    const submitting = flow.submit(RIGHT);
    await flow.sendCode(entered('13912345678'));
    await submitting;
    expect(wire().filter((line) => line === 'GET /captcha')).toHaveLength(1);
    expect(visitor.events.slice(-2)).toEqual(['sent login', 'success']);
  });

  it('promise N8: nothing can begin once somebody is logged in', async () => {
    const visitor = await visit();
    await visitor.flow.submit(RIGHT);
    await visitor.flow.submit(RIGHT);
    await visitor.flow.sendCode(RIGHT);
    visitor.flow.cancel();
    expect(visitor.flow.state.phase).toBe('done');
    expect([visitor.events, wire().length]).toEqual([['success'], 1]);
  });

  it('promise N8: the next may begin as soon as one has ended, even within its own event', async () => {
    const visitor = await visit();
    await visitor.flow.submit(entered(MOBILE, '000000'));
    await visitor.flow.submit(RIGHT);
    expect(visitor.events).toEqual(['failure code-wrong start', 'success']);
  });

  it('promise N8: what a page’s own handler throws makes no second event', async () => {
    const visitor = await visit();
    const broken = new Error('the page’s own');
    const { push } = visitor.successes;
    visitor.successes.push = (...all) => {
      push.apply(visitor.successes, all);
      visitor.trace.push('success');
      throw broken;
    };
    await visitor.flow.submit(RIGHT).catch((error: unknown) => {
      expect(error).toBe(broken);
    });
    expect([visitor.events, visitor.flow.state.phase]).toEqual([['success'], 'done']);
  });
});
