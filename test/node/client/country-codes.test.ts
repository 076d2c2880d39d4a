import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { fetchCountries } from '../../../src/client/country-codes.js';
import { caught, rejection } from '../support/caught.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { fakeDevice } from '../support/fake-device.js';

const { server, connect, count } = await startClientBench();
const PATH = `${SDK}/country-codes`;

// The shortest waits that the jitter allows.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

describe('promise N1: the countries are asked for', () => {
  it('promise N1: once when all is well', async () => {
    server.settings.areaCodes = ['852', '86'];
    expect((await fetchCountries(connect())).map(({ areaCode }) => areaCode)).toEqual(['852', '86']);
    expect(count(PATH)).toBe(1);
  });

  it.each<[string, Fault, string]>([
    ['a reset', { kind: 'reset' }, 'network'],
    ['a 500', { kind: 'empty', status: 500 }, 'busy'],
    ['a page of HTML with 502', { kind: 'html', status: 502 }, 'busy'],
  ])('promise N1: twice more at most after %s', async (_, fault, code) => {
    server.faults.set(PATH, fault);
    expect((await caught(() => fetchCountries(connect()))).code).toBe(code);
    expect(count(PATH)).toBe(3);
    server.journal.clear();
    server.faults.set(PATH, { ...fault, times: 2 });
    expect(await fetchCountries(connect())).toHaveLength(1);
    expect(count(PATH)).toBe(3);
  });

  it('promise N1: twice more at most when none comes in time', async () => {
    server.faults.set(PATH, { kind: 'hang' });
    const client = connect({ timeout: 60 });
    const calls = vi.spyOn(client.device, 'fetch');
    expect((await caught(() => fetchCountries(client))).code).toBe('timeout');
    expect(calls).toHaveBeenCalledTimes(3);
  });

  it.each([400, 401, 403, 404, 408, 413, 429])('promise N1: once when the answer is %d', async (status) => {
    server.faults.set(PATH, { kind: 'empty', status });
    await caught(() => fetchCountries(connect()));
    expect(count(PATH)).toBe(1);
  });

  it.each<[string, Fault]>([
    ['a page of HTML', { kind: 'html' }],
    ['an empty answer', { kind: 'empty' }],
    ['2 MiB', { kind: 'huge' }],
    ['a 503 that says when', { kind: 'status', status: 503, headers: { 'Retry-After': '30' } }],
  ])('promise N1: once after %s', async (_, fault) => {
    server.faults.set(PATH, fault);
    await caught(() => fetchCountries(connect()));
    expect(count(PATH)).toBe(1);
  });

  it('promise N7: once when the page is left', async () => {
    const device = fakeDevice();
    device.leaving = true;
    server.faults.set(PATH, { kind: 'reset' });
    expect(await rejection(() => fetchCountries(connect({}, device)))).toMatchObject({ name: 'AbortError' });
    expect(count(PATH)).toBe(1);
  });

  it('promise N1: with a jitter between the tries', async () => {
    const waits: number[] = [];
    const { setTimeout: real } = globalThis;
    vi.stubGlobal(
      'setTimeout',
      (act: () => void, ms: number) => (waits.push(ms), real(act, ms > 2000 ? ms : 0)),
    );
    server.faults.set(PATH, { kind: 'reset' });
    const client = connect();
    await caught(() => fetchCountries(client));
    vi.mocked(Math.random).mockReturnValue(0.999);
    await caught(() => fetchCountries(client));
    vi.unstubAllGlobals();
    const own = waits.filter((ms) => ms >= 100 && ms < client.timeout);
    expect(own.map(Math.round)).toEqual([150, 450, 450, 1349]);
  });
});
