import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { fetchCaptcha } from '../../../src/client/captcha.js';
import { fetchCountries } from '../../../src/client/country-codes.js';
import { loginWithSmsCode } from '../../../src/client/login.js';
import { rejection } from '../support/caught.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { fakeDevice } from '../support/fake-device.js';

const { server, connect, count } = await startClientBench();
const LOGIN = `${SDK}/login/mobile-verify-code`;
const ENTERED = { mobile: '12345678901', code: '232326' };
const REASON = { reason: 'the page’s own' };

/** Resolves when a request has arrived. */
function arrival(path: string): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!count(path)) return;
      clearInterval(timer);
      resolve();
    }, 2);
  });
}

afterEach(() => void vi.restoreAllMocks());

describe('promise N3: a call that its caller cancels', () => {
  it('promise N3: before it begins: nothing is sent', async () => {
    const signal = AbortSignal.abort(REASON);
    expect(await rejection(() => loginWithSmsCode(connect(), ENTERED, { signal }))).toBe(REASON);
    expect(server.journal.list()).toEqual([]);
  });

  it('promise N3: while the device’s data is worked out: nothing is sent', async () => {
    const controller = new AbortController();
    const device = fakeDevice();
    const data = await device.data();
    device.data = () => {
      controller.abort(REASON);
      return Promise.resolve(data);
    };
    const call = () => loginWithSmsCode(connect({}, device), ENTERED, { signal: controller.signal });
    expect(await rejection(call)).toBe(REASON);
    expect(server.journal.list()).toEqual([]);
  });

  it.each<[string, Fault]>([
    ['before the headers', { kind: 'hang' }],
    ['in the middle of the body', { kind: 'drip', ms: 30 }],
  ])('promise N3: %s: it rejects with the caller’s own reason, at once', async (_, fault) => {
    const controller = new AbortController();
    server.faults.set(LOGIN, fault);
    const call = rejection(() => loginWithSmsCode(connect(), ENTERED, { signal: controller.signal }));
    await arrival(LOGIN);
    await new Promise((resolve) => setTimeout(resolve, 60));
    controller.abort(REASON);
    const start = performance.now();
    expect(await call).toBe(REASON);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(count(LOGIN)).toBe(1);
  });

  it('promise N3: a cancel wins over a failure that came first but was still being asked about', async () => {
    const controller = new AbortController();
    const device = fakeDevice();
    device.isLeaving = () => {
      controller.abort(REASON);
      return Promise.resolve(false);
    };
    server.faults.set(LOGIN, { kind: 'reset' });
    const call = () => loginWithSmsCode(connect({}, device), ENTERED, { signal: controller.signal });
    expect(await rejection(call)).toBe(REASON);
  });

  it('promise N3: afterwards: nothing changes', async () => {
    const controller = new AbortController();
    const answer = await loginWithSmsCode(connect(), ENTERED, { signal: controller.signal });
    controller.abort(REASON);
    expect(answer.kind).toBe('session');
  });

  it('promise N3: without a reason it is an AbortError', async () => {
    const signal = AbortSignal.abort();
    expect(await rejection(() => fetchCaptcha(connect(), { signal }))).toMatchObject({ name: 'AbortError' });
  });

  it('promise N9: no call leaves a listener or a timer behind', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const started = vi.spyOn(globalThis, 'setTimeout');
    const stopped = vi.spyOn(globalThis, 'clearTimeout');
    const client = connect({ timeout: 12_345 });
    await loginWithSmsCode(client, ENTERED, { signal });
    server.faults.set(LOGIN, { kind: 'reset' });
    await rejection(() => loginWithSmsCode(client, ENTERED, { signal }));

    expect(added.mock.calls).toHaveLength(2);
    expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(added.mock.calls);
    const limits = started.mock.results.filter((_, i) => started.mock.calls[i]![1] === 12_345);
    expect(limits).toHaveLength(2);
    const cleared = stopped.mock.calls.map(([timer]) => timer);
    for (const { value } of limits) expect(cleared).toContain(value);
  });

  it('promise N1: ends the tries of a GET as well', async () => {
    const path = `${SDK}/country-codes`;
    const controller = new AbortController();
    server.faults.set(path, { kind: 'reset' });
    const call = rejection(() => fetchCountries(connect(), { signal: controller.signal }));
    await arrival(path);
    controller.abort(REASON);
    expect(await call).toBe(REASON);
    expect(count(path)).toBe(1);
  });
});
