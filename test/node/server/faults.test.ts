import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { MOBILE, PAGE, SDK, startBench } from './support.js';
import { watchWire, type Seen } from './wire.js';

const { server, get, post, code } = await startBench();
const PATH = `${SDK}/country-codes`;

function watch(path = PATH): Promise<Seen> {
  return watchWire(server.origin + path);
}

async function watchWith(fault: Fault, patience?: number): Promise<Seen> {
  server.faults.set(PATH, fault);
  const seen = await watchWire(server.origin + PATH, { patience });
  expect(server.journal.list(PATH).at(-1)).toMatchObject({ fault: fault.kind, status: seen.status });
  return seen;
}

const right = (await get(PATH)).text;

describe('faults that leave the right answer', () => {
  it('delay', async () => {
    const seen = await watchWith({ kind: 'delay', ms: 120 });
    expect(seen).toMatchObject({ status: 200, text: right, error: null });
    expect(seen.took).toBeGreaterThan(110);
  });

  it('drip', async () => {
    const seen = await watchWith({ kind: 'drip', ms: 10 }, 300);
    expect(seen).toMatchObject({ status: 200, error: 'patience' });
    expect(right.startsWith(seen.text)).toBe(true);
    expect(seen.text.length).toBeGreaterThan(3);
    server.settings.areaCodes = [];
    const whole = (await get(PATH)).text;
    expect((await watchWith({ kind: 'drip', ms: 1 })).text).toBe(whole);
  });

  it('no-cors', async () => {
    const seen = await watchWith({ kind: 'no-cors' });
    expect(seen.text).toBe(right);
    expect(Object.keys(seen.headers).join()).not.toContain('access-control');
  });

  it('patch', async () => {
    const json = { preferredAreaCode: null, extra: 1, $delete: ['phoneAreaCodeDefinitions'] };
    expect((await watchWith({ kind: 'patch', json })).text).toBe('{"preferredAreaCode":null,"extra":1}');
    const proto = JSON.parse('{"__proto__":{"x":1},"$delete":["phoneAreaCodeDefinitions"]}') as Record<
      string,
      unknown
    >;
    expect((await watchWith({ kind: 'patch', json: proto })).text).toContain('"__proto__":{"x":1}');
  });
});

describe('faults of the connection', () => {
  it('hang', async () => {
    expect(await watchWith({ kind: 'hang' }, 200)).toMatchObject({ status: null, error: 'patience' });
  });

  it('hang-body', async () => {
    expect(await watchWith({ kind: 'hang-body' }, 200)).toMatchObject({
      status: 200,
      text: '',
      error: 'patience',
    });
  });

  it('reset', async () => {
    expect(await watchWith({ kind: 'reset' })).toMatchObject({ status: null, error: 'ECONNRESET' });
  });

  it('cut', async () => {
    const seen = await watchWith({ kind: 'cut' });
    expect(seen).toMatchObject({ status: 200, error: 'ECONNRESET' });
    expect(seen.text.length).toBeGreaterThan(0);
    expect(right.startsWith(seen.text.replace(/\ufffd+$/, ''))).toBe(true);
    expect(Number(seen.headers['content-length'])).toBeGreaterThan(right.length);
  });
});

describe('faults of the content', () => {
  it('truncate', async () => {
    const seen = await watchWith({ kind: 'truncate' });
    expect(seen).toMatchObject({ status: 200, error: null });
    expect(seen.text).toBe(right.slice(0, Math.floor(right.length / 2)));
    expect(() => JSON.parse(seen.text) as unknown).toThrow();
  });

  it('html', async () => {
    const seen = await watchWith({ kind: 'html', status: 403 });
    expect(seen.status).toBe(403);
    expect(seen.headers['content-type']).toContain('text/html');
    expect((await watchWith({ kind: 'html' })).status).toBe(200);
  });

  it('empty', async () => {
    expect(await watchWith({ kind: 'empty' })).toMatchObject({ status: 200, text: '', error: null });
    expect(await watchWith({ kind: 'empty', status: 204 })).toMatchObject({ status: 204, error: null });
  });

  it('status', async () => {
    const fault: Fault = {
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': '7' },
      body: { error: 'slow' },
    };
    const seen = await watchWith(fault);
    expect(seen).toMatchObject({ status: 429, text: '{"error":"slow"}' });
    expect(seen.headers).toMatchObject({
      'retry-after': '7',
      'access-control-expose-headers': 'Retry-After',
      'access-control-allow-origin': PAGE,
    });
    expect(await watchWith({ kind: 'status', status: 503 })).toMatchObject({ status: 503, text: '' });
  });

  it('body', async () => {
    const seen = await watchWith({ kind: 'body', body: '{"a":1}', contentType: 'text/plain', status: 201 });
    expect(seen).toMatchObject({ status: 201, text: '{"a":1}' });
    expect(seen.headers['content-type']).toBe('text/plain');
  });

  it('redirect', async () => {
    const seen = await watchWith({ kind: 'redirect', location: 'http://other.example/' });
    expect([seen.status, seen.headers.location]).toEqual([302, 'http://other.example/']);
  });

  it('huge', async () => {
    server.faults.set(PATH, { kind: 'huge' });
    const { text, json } = await get(PATH);
    expect(text.length).toBeGreaterThan(2 * 1024 * 1024);
    expect(json.status).toBe('SUCCESS');
  });
});

describe('which requests a fault strikes', () => {
  const preflight = () =>
    watchWire(server.origin + PATH, {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'GET' },
    });

  it('the preflight only: refuse-preflight', async () => {
    server.faults.set(PATH, { kind: 'refuse-preflight', times: 1 });
    expect((await watch()).status).toBe(200);
    const refused = await preflight();
    expect(refused.status).toBe(403);
    expect(refused.headers['access-control-allow-origin']).toBeUndefined();
    expect((await preflight()).status).toBe(204);
  });

  it('so many real requests, whatever preflights come between', async () => {
    server.faults.set(PATH, { kind: 'status', status: 502, times: 2 });
    const seen: (number | null)[] = [];
    for (const ask of [preflight, watch, preflight, watch, watch] as (() => Promise<Seen>)[])
      seen.push((await ask()).status);
    expect(seen).toEqual([204, 502, 204, 502, 200]);
    expect(server.faults.list()).toEqual([]);
  });

  it('one path, or all; the path’s own comes first', async () => {
    server.faults.set('*', { kind: 'empty', status: 500 });
    server.faults.set(PATH, { kind: 'empty', status: 501 });
    expect((await watch()).status).toBe(501);
    expect((await watch(`${SDK}/captcha`)).status).toBe(500);
    server.faults.clear(PATH);
    expect(server.faults.list()).toMatchObject([{ pattern: '*', left: null }]);
    server.faults.clear();
    expect((await watch()).status).toBe(200);
  });

  const enter = async (verifyCode: string) =>
    (await post(`${SDK}/login/mobile-verify-code`, { mobile: MOBILE, verify_code: verifyCode })).status;

  it('after the call was carried out, if told to', async () => {
    const path = `${SDK}/login/mobile-verify-code`;
    const right = await code(MOBILE);
    server.faults.set(path, { kind: 'empty', status: 502, times: 1 });
    expect([await enter(right), await enter(right)]).toEqual([502, 200]);
    const spent = await code(MOBILE);
    server.faults.set(path, { kind: 'empty', status: 502, times: 1, after: true });
    expect([await enter(spent), await enter(spent)]).toEqual([502, 400]);
  });
});
