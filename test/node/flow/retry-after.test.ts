import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { type Visit, entered, startFlowBench } from './visit.js';

const { server, visit, wire } = await startFlowBench();
const SDK = '/api/v2/sdk';
const MOBILE = '12345678901';
const RIGHT = entered(MOBILE, '232326');

const busy = (header: string, status = 503): Fault => ({
  kind: 'status',
  status,
  headers: { 'Retry-After': header },
  times: 1,
});

async function blocked(visitor: Visit): Promise<boolean> {
  const before = [wire().length, visitor.trace.length];
  await visitor.flow.submit(RIGHT);
  await visitor.flow.sendCode(RIGHT);
  return JSON.stringify(before) === JSON.stringify([wire().length, visitor.trace.length]);
}

describe('promise N5: Retry-After is honoured', () => {
  it.each([
    ['503', busy('30'), 30],
    ['429', busy('30', 429), 30],
    ['an hour, which is capped', busy('3600'), 600],
  ])('promise N5: after %s nothing is sent until then', async (_, fault, seconds) => {
    const visitor = await visit();
    const { flow, device } = visitor;
    server.faults.set(`${SDK}/login/mobile-verify-code`, fault);
    await flow.submit(RIGHT);
    expect(flow.state.blockedUntil).toBe(device.clock + seconds * 1000);
    expect(await blocked(visitor)).toBe(true);
    device.clock += seconds * 1000 - 1;
    expect(await blocked(visitor)).toBe(true);
    device.clock += 1;
    await flow.submit(RIGHT);
    expect(visitor.told.at(-1)).toBe('success');
  });

  it.each(['captcha', 'captcha/verify', 'sms/send'])('promise N5: after any call: %s', async (path) => {
    const visitor = await visit();
    server.faults.set(`${SDK}/${path}`, busy('5', 429));
    await visitor.flow.sendCode(RIGHT);
    expect(visitor.told.filter((line) => line.startsWith('failure'))).toHaveLength(1);
    expect(await blocked(visitor)).toBe(true);
    visitor.device.clock += 5000;
    await visitor.flow.sendCode(RIGHT);
    expect(visitor.told.at(-1)).toBe('sent login');
  });

  it.each(['soon', '0', ''])('promise N5: %j blocks nothing', async (header) => {
    const visitor = await visit();
    server.faults.set(`${SDK}/login/mobile-verify-code`, busy(header));
    await visitor.flow.submit(RIGHT);
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', blockedUntil: 0 });
    await visitor.flow.submit(RIGHT);
    expect(visitor.told).toEqual(['failure busy start', 'step done', 'success']);
  });

  it('promise N5: giving up does not lift it', async () => {
    const visitor = await visit();
    server.faults.set(`${SDK}/login/mobile-verify-code`, busy('30'));
    await visitor.flow.submit(RIGHT);
    visitor.flow.cancel();
    expect(await blocked(visitor)).toBe(true);
  });
});
