import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { ALLOWED_HEADERS } from '../../../demo/server/cors.js';
import { PAGE, SDK, startBench } from './support.js';

const { server, get } = await startBench();

interface Preflight {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
}

/** A browser's own question; `fetch` may not ask it. */
function preflight(origin: string, method: string, headers: string): Promise<Preflight> {
  return new Promise((resolve, reject) => {
    const asked = {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': headers,
    };
    const req = request(`${server.origin}${SDK}/sms/send`, { method: 'OPTIONS', headers: asked }, (res) => {
      res.resume();
      resolve({ status: res.statusCode ?? 0, headers: res.headers });
    });
    req.on('error', reject).end();
  });
}

/** What a browser concludes from a preflight. */
function mayGo({ status, headers }: Preflight, origin: string, method: string, asked: string): boolean {
  const list = (name: string): string[] =>
    String(headers[name] ?? '')
      .toLowerCase()
      .split(/\s*,\s*/);
  return (
    status < 300 &&
    headers['access-control-allow-origin'] === origin &&
    list('access-control-allow-methods').includes(method.toLowerCase()) &&
    asked.split(',').every((name) => list('access-control-allow-headers').includes(name))
  );
}

describe('preflights', () => {
  it('allow exactly the documented headers', async () => {
    const { status, headers } = await preflight(PAGE, 'POST', ALLOWED_HEADERS.join(','));
    expect(status).toBe(204);
    expect(headers['access-control-allow-headers']).toBe(
      'content-type, x-operating-sys-version, x-device-fingerprint, x-device-ip, x-agent, x-l, x-client-id, ' +
        'x-tenant-id, x-state-token, session-token, x-signature',
    );
    expect(headers).toMatchObject({
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'GET, POST',
      'access-control-max-age': '600',
      vary: 'origin',
    });
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  it.each([
    ['a documented call', PAGE, 'POST', 'content-type,x-agent,x-client-id', true],
    ['a header that is not documented', PAGE, 'POST', 'content-type,x-request-id', false],
    ['another method', PAGE, 'PUT', 'content-type', false],
    ['another origin', 'https://evil.example', 'POST', 'content-type', false],
    ['an origin that only begins alike', `${PAGE}.evil.example`, 'POST', 'content-type', false],
    ['a page without an origin', 'null', 'POST', 'content-type', false],
  ])('%s', async (_what, origin, method, headers, isAllowed) => {
    expect(mayGo(await preflight(origin, method, headers), origin, method, headers)).toBe(isAllowed);
  });

  it('refuse a foreign origin with 403 and no CORS header', async () => {
    const { status, headers } = await preflight('https://evil.example', 'POST', 'content-type');
    expect(status).toBe(403);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('are in the journal', async () => {
    await preflight(PAGE, 'POST', 'content-type');
    expect(server.journal.list({ method: 'OPTIONS' })).toMatchObject([
      { path: `${SDK}/sms/send`, status: 204, origin: PAGE, body: null },
    ]);
  });
});

describe('answers', () => {
  it('name an allowed origin, on refusals as well', async () => {
    for (const extra of [{}, { 'X-agent': '' }]) {
      const { headers } = await get(`${SDK}/country-codes`, { origin: PAGE, ...extra });
      expect(headers.get('access-control-allow-origin')).toBe(PAGE);
      expect(headers.get('vary')).toBe('origin');
    }
  });

  it('say nothing to a foreign origin', async () => {
    const { headers } = await get(`${SDK}/country-codes`, { origin: 'https://evil.example' });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('expose Retry-After only if told to', async () => {
    const exposed = async () =>
      (await get(`${SDK}/country-codes`, { origin: PAGE })).headers.get('access-control-expose-headers');
    expect(await exposed()).toBe('Retry-After');
    server.settings.exposeRetryAfter = false;
    expect(await exposed()).toBeNull();
  });
});
