import { expect, it } from 'vitest';
import { fetchCaptcha } from '../../../src/client/captcha.js';
import { loginWithAlipay, loginWithSmsCode } from '../../../src/client/login.js';
import { sendSmsCode } from '../../../src/client/send-code.js';
import { readCorsList } from '../../support/cors-list.js';
import { caught } from '../support/caught.js';
import { MOBILE, SDK } from '../support/client-bench.js';
import { FROM_DEVICE } from '../support/own-headers.js';
import { ask } from './ask.js';
import { readCalls } from './client-calls.js';
import { type FrontBench, LEFT_BEHIND, NEIGHBOUR } from './front-bench.js';
import { readFile } from './read-doc.js';

const SEND = `${SDK}/sms/send`;
const JSON_TYPE = { 'content-type': 'application/json;charset=utf8' };

/** Declares what a front has to do with calls of the API. */
export function checkCalls({
  server,
  connect,
  code,
  count,
  tenant,
  asked,
  another,
  foreignCertificate,
  front,
}: FrontBench): void {
  const throughFront = () => connect({ baseUrl: front().origin });
  const last = () => server.journal.list().at(-1)!;

  it('logs in by text message and with Alipay, over TLS to the tenant by its name', async () => {
    const client = throughFront();
    const answer = await loginWithSmsCode(client, { mobile: MOBILE, code: await code(client) });
    expect(answer.kind).toBe('session');
    expect((await loginWithAlipay(client, { code: server.issueAlipayCode() })).kind).toBe('session');
    expect([...tenant().names]).toEqual(['localhost']);
    expect(last().headers['host']).toBe('localhost');
  });

  it('says itself at which address the caller is, and lets no other header and no cookie through', async () => {
    const forged = { 'X-device-ip': '6.6.6.6', 'X-Forwarded-For': '6.6.6.6', Forwarded: 'for=6.6.6.6' };
    const others = {
      Cookie: 'shop=1',
      Origin: NEIGHBOUR,
      Referer: 'https://a/?auth_code=1',
      Authorization: 'x',
    };
    const reply = await asked(`${SDK}/country-codes`, { headers: { ...FROM_DEVICE, ...forged, ...others } });
    expect(reply.status).toBe(200);
    for (const name of Object.keys(LEFT_BEHIND))
      expect(reply.headers[name.toLowerCase()], name).toBeUndefined();
    const { headers } = last();
    expect(headers).toMatchObject({
      ...FROM_DEVICE,
      'x-device-ip': '127.0.0.1',
      'x-forwarded-for': '127.0.0.1',
    });
    const names = Object.keys(headers).filter((name) => !(name in FROM_DEVICE));
    expect(
      names.filter((name) => !/^(host|connection|x-device-ip|x-forwarded-(for|proto))$/.test(name)),
    ).toEqual([]);
  });

  it('forwards every call of the client', async () => {
    const calls = readCalls();
    expect(calls.length).toBeGreaterThan(20);
    for (const path of calls) {
      await asked(path);
      expect(count(path), path).toBe(1);
    }
  });

  it.each([
    ...['/api/', '/api/v2/tenant/users', '/api/v2/sdk/', '/api/v2/sdk/..;/tenant/users', '/api/v1/logout'],
    ...[
      '/api/v2/sdk/../tenant/users',
      '/api/v2/sdk/%2e%2e/tenant/users',
      '/missing',
      '/.env',
      '/assets/../.env',
    ],
    ...['/api/v2/sdk/sms/send/', '/api/v2/sdk//sms/send', '/api/v2/sdk/-/sms/send', '/api/v2/sdk/sms-/send'],
    '/api/v2/sdk/sms/send%2f',
    ...['/link.ts', '/../package.json', '/%2e%2e/package.json', '/assets/missing-a1B2c3D4.js'],
  ])('has nothing at %s', async (path) => {
    const { status, headers } = await asked(path);
    expect([400, 403, 404]).toContain(status);
    expect(server.journal.list()).toEqual([]);
    if (status === 404) expect(headers['cache-control']).not.toContain('immutable');
  });

  it.each(['captcha%0a', 'sms/send%0a'])('does not even try %s at the tenant', async (name) => {
    expect((await asked(`${SDK}/${name}`)).status).toBe(404); // with the line feed in it, a tenant's parser says 400
  });

  it('answers preflights itself, for one origin, with exactly the list of docs/cors.md', async () => {
    const headers = { Origin: NEIGHBOUR, 'Access-Control-Request-Method': 'POST' };
    const allowed = await asked(SEND, { method: 'OPTIONS', headers });
    expect(allowed.status).toBe(204);
    const { 'access-control-expose-headers': exposed, ...list } = readCorsList(readFile('docs/cors.md'));
    expect(allowed.headers).toMatchObject({ ...list, 'access-control-allow-origin': NEIGHBOUR });
    const answer = await asked(`${SDK}/country-codes`, { headers: { ...FROM_DEVICE, Origin: NEIGHBOUR } });
    const { headers: given } = answer;
    expect(given).toMatchObject({
      'access-control-allow-origin': NEIGHBOUR,
      'access-control-expose-headers': exposed,
    });
    expect(given.vary).toBe('Origin');

    const foreign = { ...headers, Origin: 'https://www.shop.example.evil.example' };
    for (const method of ['OPTIONS', 'GET']) {
      const refused = await asked(SEND, { method, headers: foreign });
      expect(Object.keys(refused.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(server.journal.list({ method: 'OPTIONS' })).toEqual([]);
  });

  it('takes no large body, and no other method', async () => {
    const large = await asked(SEND, { method: 'POST', headers: JSON_TYPE, body: 'x'.repeat(17_000) });
    expect([large.status, JSON.parse(large.text)]).toMatchObject([413, { error_code: 'FRONT.413' }]);
    expect((await asked(SEND, { method: 'PUT', headers: JSON_TYPE })).status).toBe(405);
    expect((await asked('/', { method: 'POST' })).status).toBe(405);
    expect(server.journal.list()).toEqual([]);
  });

  it('sends a POST once, though the tenant breaks off', async () => {
    server.faults.set(SEND, { kind: 'reset' });
    expect((await asked(SEND, { method: 'POST', headers: JSON_TYPE, body: '{}' })).status).toBe(503);
    expect(count(SEND)).toBe(1);
  });

  it('sends a GET once, too, on a connection that was kept', async () => {
    const path = `${SDK}/pwd/skip-update`;
    await asked(`${SDK}/country-codes`, { headers: FROM_DEVICE });
    server.faults.set(path, { kind: 'reset' });
    expect((await asked(path)).status).toBe(503);
    expect(count(path)).toBe(1);
  });

  it('says `busy` where the tenant is not there, or is somebody else', async () => {
    const noTls = { tenantPort: Number(new URL(server.origin).port) };
    for (const wrong of [noTls, foreignCertificate()]) {
      const down = await another(wrong);
      const { status, text } = await ask(down.origin, `${SDK}/captcha`);
      expect([status, JSON.parse(text)]).toMatchObject([503, { error_code: 'FRONT.503' }]);
      const error = await caught(() => fetchCaptcha(connect({ baseUrl: down.origin })));
      expect(error).toMatchObject({ code: 'busy', retryable: true });
    }
    expect(server.journal.list()).toEqual([]);
  });

  it('limits the messages of a network of IPv6 together, and those of addresses of IPv4 each for itself', async () => {
    const { origin } = await another({ proxies: 1 });
    const send = async (address: string) => {
      const headers = { ...JSON_TYPE, 'X-Forwarded-For': `6.6.6.6, ${address}` };
      return (await ask(origin, SEND, { method: 'POST', headers, body: '{}' })).status;
    };
    const isRefused = async (address: (turn: number) => string) => {
      for (let turn = 1; turn < 12; turn++) expect(await send(address(turn))).not.toBe(429);
      return (await send(address(12))) === 429;
    };
    expect(await isRefused((turn) => `2001:db8:0:1::${String(turn)}`)).toBe(true);
    expect(await send('2001:db8:0:2::1')).not.toBe(429);
    expect(await isRefused((turn) => `::ffff:192.0.2.${String(turn)}`)).toBe(false);
    expect(await isRefused(() => '192.0.2.99')).toBe(true);
    expect(await send('::ffff:192.0.2.99')).toBe(429);
  });

  // The last one: from here on this address may send nothing for a while.
  it('limits messages, and says for how long', async () => {
    const send = () =>
      asked(SEND, { method: 'POST', headers: { ...JSON_TYPE, Origin: NEIGHBOUR }, body: '{}' });
    let reply = await send();
    for (let sent = 1; reply.status !== 429 && sent < 20; sent++) reply = await send();
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([429, { error_code: 'FRONT.429' }]);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect(reply.headers['access-control-expose-headers']).toBe('Retry-After');
    const order = { mobile: MOBILE, type: 'LOGIN_SMS', captchaToken: 'any' };
    const error = await caught(() => sendSmsCode(throughFront(), order));
    expect(error).toMatchObject({ code: 'rate-limited', retryAfter: expect.closeTo(8, -1) as number });
    expect((await asked(`${SDK}/country-codes`, { headers: FROM_DEVICE })).status).toBe(200);
  });
}
