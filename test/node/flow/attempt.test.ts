import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../src/flow/flow.js';
import type { Step } from '../../../src/flow/step.js';
import { Abandoned, CiamError } from '../../../src/protocol/errors.js';
import { gate, settled } from '../support/gate.js';
import { openEnded, SUCCESS } from './open-ended.js';

describe('promise N8: one attempt, one event', () => {
  it('promise N8: a success is told once, and nothing can follow it', async () => {
    const { begin, step, attempts, act, told } = openEnded();
    const flow = begin(step({ choice: { name: 'skip', go: (run) => act({}, run) } }));
    const all = [flow.submit({}), flow.submit({}), flow.choose(), flow.sendCode({ mobile: '1' })];
    expect([flow.state.phase, attempts.length]).toEqual(['submitting', 1]);
    attempts[0]!.open(SUCCESS);
    await Promise.all(all);
    await Promise.all([flow.submit({}), flow.choose(), flow.sendCode({ mobile: '1' })]);
    flow.cancel();
    expect([told, flow.state.phase, attempts.length]).toEqual([['success', 'step done'], 'done', 1]);
  });

  it('promise N8: a failure is told once, and the step is free again', async () => {
    const { begin, step, attempts, told } = openEnded();
    const flow = begin(step());
    const attempt = flow.submit({});
    const error = new CiamError('code-wrong');
    attempts[0]!.shut(error);
    await attempt;
    expect(told).toEqual(['failure code-wrong start']);
    expect(flow.state).toMatchObject({
      phase: 'ready',
      failure: { error, field: 'code', phase: 'submitting' },
    });
    void flow.submit({});
    expect(flow.state).toMatchObject({ phase: 'submitting', failure: null });
  });

  it.each<[string, (flow: Flow, first: Step) => void]>([
    ['cancel', (flow) => flow.cancel()],
    ['restart', (flow, first) => flow.restart(first)],
  ])('promise N8: after %s an attempt tells nothing, however it ends', async (_, giveUp) => {
    for (const end of ['open', 'shut', 'abandon'] as const) {
      const { begin, step, attempts, told } = openEnded();
      const first = step();
      const flow = begin(first);
      const attempt = flow.submit({});
      giveUp(flow, first);
      const [{ open, shut, run }] = attempts as [(typeof attempts)[number]];
      expect([flow.state.phase, run.signal.aborted]).toEqual(['ready', true]);
      const { state } = flow;
      if (end === 'open') open(SUCCESS);
      else shut(end === 'shut' ? new CiamError('busy', { retryAfter: 9 }) : new Abandoned());
      await attempt;
      expect([flow.state === state, told, flow.restsUntil('submitting')]).toEqual([true, [], 0]);
    }
  });

  it('promise N8: one that was given up does not end the one after it', async () => {
    const { begin, step, attempts, events } = openEnded();
    const flow = begin(step());
    void flow.submit({});
    flow.cancel();
    const second = flow.submit({});
    attempts[0]!.shut(new Abandoned());
    await settled();
    expect([flow.state.phase, events()]).toEqual(['submitting', []]);
    attempts[1]!.open(SUCCESS);
    await second;
    expect(events()).toEqual(['success']);
  });

  it('promise N3: what a step gives up by itself is told to nobody', async () => {
    const { begin, step, attempts, told } = openEnded();
    const flow = begin(step());
    const attempt = flow.submit({});
    attempts[0]!.shut(new Abandoned());
    await attempt;
    expect([flow.state.phase, flow.state.failure, told]).toEqual(['ready', null, []]);
    expect(attempts[0]!.run.signal.aborted).toBe(true);
  });

  it('promise N8: another step is shown, and is no event', async () => {
    const { begin, step, attempts, told } = openEnded();
    const flow = begin(step());
    const attempt = flow.submit({});
    attempts[0]!.open({ step: step({ name: 'mfa' }) });
    await attempt;
    expect([flow.state.step.name, flow.state.phase, told]).toEqual(['mfa', 'ready', ['step mfa']]);
    flow.restart(step());
    expect(told).toEqual(['step mfa', 'step start']);
  });

  it('promise N8: a page that starts anew when it is told is not told of an end as well', async () => {
    const first = openEnded().step();
    const told: string[] = [];
    const bench = openEnded({
      onSuccess() {
        told.push('success');
        flow.restart(bench.step());
      },
      onStep: (name) => void told.push(name),
    });
    const flow = bench.begin(bench.step({ ...first, submit: bench.act }));
    const attempt = flow.submit({});
    bench.attempts[0]!.open(SUCCESS);
    await attempt;
    expect([told, flow.state.phase]).toEqual([['success'], 'ready']);
  });
});

describe('promise N8: asking for a code', () => {
  it('promise N8: is one event, and nobody asks again for a minute', async () => {
    const { begin, step, told, events, device } = openEnded();
    const flow = begin(step());
    await Promise.all([flow.sendCode({ mobile: '1' }), flow.sendCode({ mobile: '1' })]);
    expect(told).toEqual(['step captcha', 'step start', 'sent login 60000']);
    expect(flow.state).toMatchObject({ phase: 'ready', isOrdered: false });
    expect(flow.resendAt({ mobile: '1' })).toBe(device.clock + 60_000);
    await flow.sendCode({ mobile: '1' });
    expect(told).toHaveLength(3);
    device.clock += 60_000;
    await flow.sendCode({ mobile: '1' });
    expect(events()).toHaveLength(2);
  });

  it('promise O5: another application of this origin, and another kind of message, wait for themselves', async () => {
    const { begin, step, code, device } = openEnded();
    await begin(step()).sendCode({ mobile: '1' });
    const resendAt = (first: Step, clientId = 'a') =>
      openEnded({ device, clientId }).begin(first).resendAt({ mobile: '1' });
    expect(resendAt(step())).toBe(device.clock + 60_000);
    expect(resendAt(step(), 'b')).toBe(0);
    expect(resendAt(step({ code: { ...code, type: 'BIND_MOBILE_SMS' } }))).toBe(0);
  });

  it('promise N8: a wrong number is told once, and no puzzle is shown', async () => {
    const { begin, step, told } = openEnded();
    const flow = begin(step());
    await flow.sendCode({});
    expect([told, flow.state.failure?.phase]).toEqual([['failure mobile-invalid start'], 'sending']);
  });

  it('promise N8: a step without a code has none to ask for', async () => {
    const { begin, act, told } = openEnded();
    const flow = begin({ name: 'start', fields: [], submit: act });
    await flow.sendCode({ mobile: '1' });
    expect([told, flow.resendAt({ mobile: '1' })]).toEqual([[], 0]);
  });

  it('promise N8: whoever has the code already may log in; without one the message is waited for', async () => {
    const { begin, step, code, attempts, events } = openEnded();
    const slow = gate();
    const flow = begin(step({ code: { ...code, send: () => slow.passed } }));
    const sending = flow.sendCode({ mobile: '1' });
    await settled();
    expect(flow.state).toMatchObject({ phase: 'sending', isOrdered: true });
    await flow.submit({ code: '' });
    expect([flow.state.phase, attempts.length]).toEqual(['sending', 0]);
    const submitting = flow.submit({ code: '1' });
    expect(flow.state).toMatchObject({ phase: 'submitting', isOrdered: false });
    slow.open();
    await sending;
    attempts[0]!.open(SUCCESS);
    await submitting;
    expect(events()).toEqual(['success']);
  });

  it('promise N8: while the puzzle is open nobody logs in', async () => {
    const puzzle = gate<string>();
    const { begin, step, attempts, told, events } = openEnded({ solver: () => () => puzzle.passed });
    const flow = begin(step());
    const sending = flow.sendCode({ mobile: '1' });
    await flow.submit({ code: '1' });
    expect([flow.state.phase, attempts.length, told]).toEqual(['sending', 0, ['step captcha']]);
    flow.cancel();
    expect(told).toEqual(['step captcha', 'step start']);
    puzzle.open('token');
    await sending;
    expect(events()).toEqual([]);
  });

  it('promise N8: a failure while the puzzle is open shows the step again, after its one event', async () => {
    const { begin, step, told } = openEnded({ solver: () => () => Promise.reject(new Error('?')) });
    await begin(step()).sendCode({ mobile: '1' });
    expect(told).toEqual(['step captcha', 'failure captcha-failed captcha', 'step start']);
  });

  it('promise N8: a code that could not be sent may be asked for at once', async () => {
    const { begin, step, code, told } = openEnded();
    const flow = begin(step({ code: { ...code, send: () => Promise.reject(new CiamError('send-failed')) } }));
    await flow.sendCode({ mobile: '1' });
    expect(flow.state).toMatchObject({ phase: 'ready', isOrdered: false });
    await flow.sendCode({ mobile: '1' });
    expect(told.filter((line) => line.startsWith('failure'))).toHaveLength(2);
  });
});
