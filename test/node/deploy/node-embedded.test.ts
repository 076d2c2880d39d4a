import { createServer, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFront } from '../../../deploy/node-server.mjs';
import { createSendLimit } from '../../../deploy/node/send-limit.mjs';
import { closeServer, listen } from '../../../demo/listen.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { FROM_DEVICE } from '../support/own-headers.js';
import { ask } from './ask.js';

const { server: tenant } = await startClientBench();
const SEND = `${SDK}/sms/send`;
const JSON_TYPE = { 'content-type': 'application/json;charset=utf8' };

/** Starts a server of somebody's own. */
async function serve(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  const port = await listen(server, 0, '127.0.0.1');
  ends.push(() => closeServer(server));
  return `http://127.0.0.1:${port}`;
}
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await Promise.all(ends.splice(0).map((end) => end()));
});

describe('promise N4: createFront in a server that there is already', () => {
  const front = (options: object = {}) => createFront({ tenant: tenant.origin, pages: 'docs', ...options });

  it('says at once that the body was read before', async () => {
    const handler = front();
    const origin = await serve((request, response) => {
      request.resume().on('end', () => {
        handler(request, response);
      });
    });
    const { status, text } = await ask(origin, SEND, { method: 'POST', headers: JSON_TYPE, body: '{}' });
    expect([status, text]).toEqual([500, expect.stringContaining('mount this before')]);
  });

  it('takes the peer where `addressOf` gives no address', async () => {
    for (const wrong of [undefined, 'unknown', '', '10.0.0.1, 10.0.0.2']) {
      const origin = await serve(front({ addressOf: () => wrong }));
      expect((await ask(origin, `${SDK}/country-codes`, { headers: FROM_DEVICE })).status).toBe(200);
      expect(tenant.journal.list().at(-1)?.headers['x-device-ip']).toBe('127.0.0.1');
    }
  });

  it('outlives what goes wrong in one call', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const addressOf = () => {
      throw new Error('no address today');
    };
    const origin = await serve(front({ addressOf }));
    const { status, text } = await ask(origin, `${SDK}/country-codes`);
    expect([status, JSON.parse(text)]).toMatchObject([500, { error_code: 'FRONT.500' }]);
    expect(said).toHaveBeenCalledOnce();
    expect((await ask(origin, '/csp.md')).status).toBe(200);
  });

  it('does not wait for a body for ever', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const origin = await serve(front());
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    const answer = new Promise((resolve) => socket.once('data', (data) => resolve(data.toString())));
    socket.write(`POST ${SEND} HTTP/1.1\r\nHost: shop\r\nContent-Length: 10\r\n\r\n{`);
    await expect.poll(() => vi.getTimerCount()).toBeGreaterThan(0);
    vi.advanceTimersByTime(12_000);
    expect(await answer).toMatch(/^HTTP\/1.1 408 /);
    socket.destroy();
  });
});

describe('createSendLimit', () => {
  it('remembers a hundred thousand addresses at most', () => {
    const mayTake = createSendLimit(() => 0);
    const first = () => mayTake('192.0.2.1');
    for (let taken = 0; taken < 11; taken++) expect(first()).toBe(0);
    expect(first()).toBeGreaterThan(0);
    for (let other = 0; other < 100_000; other++)
      mayTake(`10.${other >> 16}.${(other >> 8) & 255}.${other & 255}`);
    expect(first()).toBe(0);
  });
});
