import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { type Visit, entered, startFlowBench } from './visit.js';

const { server, visit, wire } = await startFlowBench();
const SDK = '/api/v2/sdk';
const MOBILE = '12345678901';
const LOGIN = `${SDK}/login/mobile-verify-code`;
const RIGHT = entered(MOBILE, '232326');

const busy = (header: string, status = 503): Fault => ({
  kind: 'status',
  status,
  headers: { 'Retry-After': header },
  times: 1,
});

/** Whether an action is ignored: nothing is sent, nothing is told. */
async function isBlocked(visitor: Visit, action: 'submit' | 'sendCode'): Promise<boolean> {
  const before = [...wire(), ...visitor.trace];
  await visitor.flow[action](RIGHT);
  return before.length === wire().length + visitor.trace.length;
}

describe('promise N5: Retry-After is honoured', () => {
  it.each([
    ['503', busy('30'), 30],
    ['429', busy('30', 429), 30],
    ['an hour, which is capped', busy('3600'), 600],
  ])('promise N5: after %s nobody logs in until then', async (_, fault, seconds) => {
    const visitor = await visit();
    const { flow, device } = visitor;
    server.faults.set(LOGIN, fault);
    await flow.submit(RIGHT);
    expect(flow.restsUntil('submitting')).toBe(device.clock + seconds * 1000);
    expect(flow.restsUntil('sending')).toBe(0);
    expect(await isBlocked(visitor, 'submit')).toBe(true);
    device.clock += seconds * 1000 - 1;
    expect(await isBlocked(visitor, 'submit')).toBe(true);
    device.clock += 1;
    await flow.submit(RIGHT);
    expect(visitor.events.at(-1)).toBe('success');
  });

  it.each(['captcha', 'captcha/verify', 'sms/send'])(
    'promise N5: after %s no code is asked for, but whoever has one may log in',
    async (path) => {
      const visitor = await visit();
      server.faults.set(`${SDK}/${path}`, busy('5', 429));
      await visitor.flow.sendCode(RIGHT);
      expect(visitor.told.filter((line) => line.startsWith('failure'))).toHaveLength(1);
      expect(await isBlocked(visitor, 'sendCode')).toBe(true);
      expect(await isBlocked(visitor, 'submit')).toBe(false);
      expect(visitor.events.at(-1)).toBe('success');
    },
  );

  it('promise N5: a code may be asked for again when the time has come', async () => {
    const visitor = await visit();
    server.faults.set(`${SDK}/sms/send`, busy('5'));
    await visitor.flow.sendCode(RIGHT);
    visitor.device.clock += 5000;
    await visitor.flow.sendCode(RIGHT);
    expect(visitor.told.at(-1)).toBe('sent login');
  });

  it.each(['soon', '0', ''])('promise N5: %j blocks nothing', async (header) => {
    const visitor = await visit();
    server.faults.set(LOGIN, busy(header));
    await visitor.flow.submit(RIGHT);
    expect(visitor.flow.state.phase).toBe('ready');
    expect(visitor.flow.restsUntil('submitting')).toBe(0);
    await visitor.flow.submit(RIGHT);
    expect(visitor.events).toEqual(['failure busy start', 'success']);
  });

  it('promise N5: neither giving up nor a new beginning lifts it', async () => {
    const visitor = await visit();
    server.faults.set(LOGIN, busy('30'));
    await visitor.flow.submit(RIGHT);
    visitor.flow.cancel();
    expect(await isBlocked(visitor, 'submit')).toBe(true);
    visitor.flow.restart(visitor.first);
    expect(await isBlocked(visitor, 'submit')).toBe(true);
  });

  it('promise N5: a clock set back by an hour makes it no longer than the server said', async () => {
    const visitor = await visit();
    const { flow, device } = visitor;
    server.faults.set(LOGIN, busy('30'));
    await flow.submit(RIGHT);
    device.clock -= 3_600_000;
    expect(flow.restsUntil('submitting')).toBe(device.clock + 30_000);
    expect(await isBlocked(visitor, 'submit')).toBe(true);
    device.clock += 30_000;
    expect(await isBlocked(visitor, 'submit')).toBe(false);
  });

  it('promise N5: a short rest of one button does not end the long one of the other', async () => {
    const visitor = await visit();
    server.faults.set(`${SDK}/sms/send`, busy('600', 429));
    await visitor.flow.sendCode(RIGHT);
    server.faults.set(LOGIN, busy('1', 429));
    await visitor.flow.submit(RIGHT);
    visitor.device.clock += 2000;
    expect(await isBlocked(visitor, 'sendCode')).toBe(true);
    expect(await isBlocked(visitor, 'submit')).toBe(false);
  });
});
