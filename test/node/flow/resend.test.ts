import { describe, expect, it } from 'vitest';
import { fakeDevice } from '../support/fake-device.js';
import { entered, startFlowBench } from './visit.js';

const { server, visit, wire } = await startFlowBench();
const MOBILE = '13912345678';
const OTHER = '13912345679';
const SEND = '/api/v2/sdk/sms/send';

/** Solving puzzles is tested elsewhere; here any message is accepted, unless a test says otherwise. */
const quick = { solver: () => Promise.resolve('token') };
const accept = () => server.faults.set(SEND, { kind: 'empty' });

describe('promise O5: the countdown of a login', () => {
  it('promise O5: begins when the server has accepted, and holds back the next message', async () => {
    accept();
    const { flow, device, trace, resendAts } = await visit(quick);
    await flow.sendCode(entered(MOBILE));
    expect(resendAts).toEqual([device.clock + 60_000]);
    expect([flow.resendAt(entered(MOBILE)), flow.resendAt({})]).toEqual([resendAts[0], resendAts[0]]);

    const before = trace.length;
    await flow.sendCode(entered(' 139-1234-5678 '));
    device.clock += 59_999;
    await flow.sendCode(entered(MOBILE));
    expect([trace.length, wire().length]).toEqual([before, 1]);
    device.clock += 1;
    await flow.sendCode(entered(MOBILE));
    expect(wire()).toHaveLength(2);
  });

  it.each([
    ['refuses', { kind: 'status', status: 400, body: { error_code: 'CAPTCHA.0006' } }],
    ['is busy', { kind: 'empty', status: 503 }],
    ['cannot be reached', { kind: 'reset' }],
    ['answers with a page', { kind: 'html' }],
  ] as const)('promise O5: does not begin when the server %s', async (_, fault) => {
    server.faults.set(SEND, fault);
    const { flow, device } = await visit(quick);
    await flow.sendCode(entered(MOBILE));
    expect([flow.resendAt(entered(MOBILE)), device.stored.size]).toEqual([0, 0]);
    accept();
    await flow.sendCode(entered(MOBILE));
    expect(wire()).toHaveLength(2);
  });

  it('promise O5: does not hold back another number, or the code', async () => {
    accept();
    const visitor = await visit(quick);
    await visitor.flow.sendCode(entered(MOBILE));
    await visitor.flow.sendCode(entered(OTHER));
    expect(visitor.told.filter((line) => line.startsWith('sent'))).toHaveLength(2);
    await visitor.flow.submit(entered('12345678901', '232326'));
    expect(visitor.events.at(-1)).toBe('success');
  });

  it('promise O5: goes on after a reload, in a second tab and after a restart', async () => {
    accept();
    const first = await visit(quick);
    await first.flow.sendCode(entered(MOBILE));
    first.restart();
    for (const { stored } of [first.device, first.device]) {
      const again = await visit({ ...quick, device: fakeDevice(stored) });
      again.device.clock += 30_000;
      expect(again.flow.resendAt({})).toBe(first.resendAts[0]);
      await again.flow.sendCode(entered(MOBILE));
      expect(again.trace).toEqual([]);
    }
    await first.flow.sendCode(entered(MOBILE));
    expect(wire()).toHaveLength(1);
  });

  it('promise O5: a clock set back by an hour holds nobody for more than a minute', async () => {
    accept();
    const { flow, device } = await visit(quick);
    await flow.sendCode(entered(MOBILE));
    device.clock -= 3_600_000;
    expect(flow.resendAt(entered(MOBILE))).toBe(device.clock + 60_000);
    device.clock += 60_000;
    await flow.sendCode(entered(MOBILE));
    expect(wire()).toHaveLength(2);
  });

  it('promise O5: is that of the application, however its id is written', async () => {
    accept();
    const { flow } = await visit({ ...quick, config: { clientId: ' demo-client ' } });
    await flow.sendCode(entered(MOBILE));
    await flow.sendCode(entered(MOBILE));
    expect(wire()).toHaveLength(1);
  });

  it('promise O5, S6: stores nothing that resembles the number, the code or a token', async () => {
    const { logIn, device } = await visit();
    await logIn(MOBILE);
    const raw = JSON.stringify([...device.stored]);
    expect(device.stored.size).toBe(1);
    for (let at = 0; at + 4 <= MOBILE.length; at++) expect(raw).not.toContain(MOBILE.slice(at, at + 4));
    expect(raw).toMatch(/^\[\["ciam-login:resend:demo-client:LOGIN_SMS","\d{13}\.\d{1,3}"\]\]$/);
  });
});
