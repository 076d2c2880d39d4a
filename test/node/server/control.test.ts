import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { createControl } from '../../../demo/server/control.js';
import { TEST_NUMBERS } from '../../../demo/server/test-numbers.js';
import { DEVICE, MOBILE, SDK, startBench } from './support.js';

const { server, get, code } = await startBench();
const control = createControl(server);
const page = createServer((req, res) => {
  if (!control(req, res)) server.handler(req, res);
});
await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
afterAll(() => {
  page.closeAllConnections();
  page.close();
});

async function ask(method: string, name: string, body?: unknown, headers: Record<string, string> = {}) {
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const response = await fetch(`${origin}/_demo/${name}`, init);
  return { status: response.status, json: (await response.json()) as unknown };
}

interface Listener {
  /** The next event, comments and `retry` left out. */
  next(): Promise<{ event: string; data: Record<string, unknown> }>;
  close(): void;
}

async function listen(name: string): Promise<Listener> {
  const abort = new AbortController();
  const response = await fetch(`${origin}/_demo/${name}`, { signal: abort.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next: Listener['next'] = async () => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const [, event, data] = /^event: (.+)\ndata: (.+)$/.exec(block) ?? [];
        if (event !== undefined) return { event, data: JSON.parse(data!) as Record<string, unknown> };
      } else {
        const { value, done } = await reader.read();
        if (done) throw new Error('The stream has ended.');
        text += value;
      }
    }
  };
  return { next, close: () => abort.abort() };
}

describe('the page’s own origin', () => {
  it('has the API too, without CORS', async () => {
    const headers = { ...DEVICE, 'X-device-ip': '10.1.2.3' };
    const response = await fetch(`${origin}${SDK}/country-codes`, { headers });
    expect(response.status).toBe(200);
    expect(server.journal.list().at(-1)?.headers['x-device-ip']).toBe('10.1.2.3');
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is the only one that may control: not %o', async (headers) => {
    for (const [method, name] of [
      ['GET', 'inbox'],
      ['GET', 'settings'],
      ['POST', 'reset'],
    ] as const) {
      expect((await ask(method, name, undefined, headers as Record<string, string>)).status).toBe(403);
    }
  });

  it('may control', async () => {
    expect((await ask('GET', 'settings', undefined, { origin })).status).toBe(200);
  });

  it('knows no other control', async () => {
    expect((await ask('GET', 'constructor')).status).toBe(404);
    expect((await ask('POST', 'settings')).status).toBe(405);
  });
});

describe('the streams', () => {
  it('show the messages that are there and those to come, and a reset', async () => {
    const first = await code(MOBILE);
    const inbox = await listen('inbox');
    expect(await inbox.next()).toMatchObject({
      event: 'message',
      data: { to: MOBILE, code: first, id: '1' },
    });
    const second = await code(MOBILE, 'REGISTER_SMS');
    const { data } = await inbox.next();
    expect(data).toMatchObject({
      code: second,
      type: 'REGISTER_SMS',
      text: expect.stringContaining(second) as string,
    });
    expect(Object.keys(data).sort()).toEqual(['code', 'id', 'sentAt', 'text', 'to', 'type']);
    await ask('POST', 'reset');
    expect((await inbox.next()).event).toBe('reset');
    expect(server.inbox.list()).toEqual([]);
    inbox.close();
  });

  it('show requests, the last fifty first', async () => {
    for (let i = 0; i < 52; i += 1) await get(`${SDK}/country-codes?n=${i}`);
    const journal = await listen('journal');
    for (let i = 2; i < 52; i += 1) {
      expect(await journal.next()).toMatchObject({
        event: 'request',
        data: { query: `?n=${i}`, status: 200 },
      });
    }
    await get('/nowhere');
    expect((await journal.next()).data).toMatchObject({ path: '/nowhere', status: 404, method: 'GET' });
    journal.close();
  });
});

describe('settings', () => {
  it('are merged and shown', async () => {
    const { status, json } = await ask('PUT', 'settings', { dialect: 'hw', codeLength: 4 });
    expect(status).toBe(200);
    expect(json).toEqual(server.settings);
    expect(server.settings).toMatchObject({ dialect: 'hw', codeLength: 4, codeSeconds: 300 });
    expect((await ask('GET', 'settings')).json).toEqual(server.settings);
    await ask('POST', 'reset');
    expect(server.settings).toMatchObject({ dialect: 'bc', codeLength: 6 });
  });

  it.each([
    [{ dialect: 'aws' }, 'The setting "dialect" must be one of "bc", "hw".'],
    [{ codeLength: '6' }, 'The setting "codeLength" must be a whole number from 4 to 8.'],
    [{ idToken: 'yes' }, 'The setting "idToken" must be true or false, or null.'],
    [
      { alipayVersions: ['v4'] },
      'The setting "alipayVersions" must be a list in which each item must be one of "v2", "v3".',
    ],
    [{ nothing: 1 }, 'There is no setting "nothing".'],
    [
      { dialect: 'hw', codeSeconds: -1 },
      'The setting "codeSeconds" must be a whole number from 1 to 31536000.',
    ],
    [[], 'Settings must be a JSON object.'],
    [JSON.parse('{"__proto__":{"dialect":"hw"}}'), 'There is no setting "__proto__".'],
  ])('are refused as a whole: %j', async (input: unknown, error) => {
    const before = structuredClone(server.settings);
    expect(await ask('PUT', 'settings', input)).toEqual({ status: 400, json: { error } });
    expect(server.settings).toEqual(before);
  });
});

describe('faults', () => {
  it('are set, shown and cleared', async () => {
    const fault = { kind: 'status', status: 503, headers: { 'Retry-After': '5' }, times: 1 };
    const set = [{ pattern: `${SDK}/captcha`, fault, left: 1 }];
    expect((await ask('PUT', 'faults', { pattern: `${SDK}/captcha`, fault })).json).toEqual(set);
    expect((await ask('GET', 'faults')).json).toEqual(set);
    expect((await get(`${SDK}/captcha`)).status).toBe(503);
    await ask('PUT', 'faults', { pattern: '*', fault: { kind: 'hang' } });
    expect((await ask('DELETE', 'faults')).json).toEqual([]);
    expect((await get(`${SDK}/country-codes`)).status).toBe(200);
  });

  it.each([
    [{ fault: { kind: 'hang' } }, '"pattern" must be'],
    [{ pattern: '*' }, 'A fault must be a JSON object.'],
    [{ pattern: '*', fault: { kind: 'earthquake' } }, 'The "kind" of a fault must be one of'],
    [{ pattern: '*', fault: { kind: 'delay' } }, 'A fault "delay" needs "ms".'],
    [{ pattern: '*', fault: { kind: 'delay', ms: '5' } }, '"ms" of the fault "delay" is not valid.'],
    [{ pattern: '*', fault: { kind: 'hang', ms: 5 } }, 'A fault "hang" has no "ms".'],
    [{ pattern: '*', fault: { kind: 'status', status: 99 } }, '"status" of the fault "status" is not valid.'],
    [{ pattern: '*', fault: { kind: 'redirect', location: 'a\nb' } }, '"location" of the fault'],
    [{ pattern: '*', fault: { kind: 'hang', times: 0 } }, '"times" must be'],
    [{ pattern: '*', fault: { kind: 'hang', after: 1 } }, '"after" must be'],
  ])('are refused: %j', async (input, error) => {
    const { status, json } = await ask('PUT', 'faults', input);
    expect([status, (json as { error: string }).error]).toEqual([400, expect.stringContaining(error)]);
    expect(server.faults.list()).toEqual([]);
  });
});

it('GET /_demo/test-numbers lists every one, labelled', async () => {
  const { json } = await ask('GET', 'test-numbers');
  expect(json).toHaveLength(Object.keys(TEST_NUMBERS).length);
  expect(json).toContainEqual({
    name: 'userLocked',
    mobile: '13800000003',
    zh: '用户已被锁定',
    en: 'User is locked',
  });
});
