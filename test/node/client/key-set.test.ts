import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyIdToken } from '../../../src/client/verify-id-token.js';
import { caught, rejection } from '../support/caught.js';
import { startClientBench } from '../support/client-bench.js';
import { createSigner, startKeyServer, status } from '../support/key-server.js';

const { connect } = await startClientBench();
const keyServer = await startKeyServer();
const signer = await createSigner();
const { jwk } = signer;

const CLAIMS = { sub: 'u-1', iat: 1_780_000_000, exp: 1_780_000_300 };
const token = await signer.sign(CLAIMS);

const verify = (timeout = 9000) => verifyIdToken(connect({ jwksUri: keyServer.url, timeout }), token);
const refusal = async (timeout?: number) => (await caught(() => verify(timeout))).code;

// The shortest waits that the jitter allows.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

describe('promise N4: a key set that is none', () => {
  it.each([
    ...[
      '',
      ' ',
      '<!doctype html><title>Sign in</title>',
      '[]',
      'null',
      '5',
      '"keys"',
      '{}',
      '{"keys":',
      '{"keys":{}}',
    ],
    ...['{"keys":null}', '{"keys":"k"}', '{"keys":[null]}', '{"keys":[5]}', '{"keys":[[]]}', '{"Keys":[]}'],
    JSON.stringify({ keys: [jwk, null] }),
    JSON.stringify([jwk]),
    JSON.stringify(jwk),
  ])('promise N4: %.40s is a bad response, asked for once', async (text) => {
    keyServer.answer(text);
    expect(await caught(() => verify())).toMatchObject({ code: 'bad-response', httpStatus: 200 });
    expect(keyServer.requests).toHaveLength(1);
  });

  it('promise N2: of more than 1 MiB is not read', async () => {
    keyServer.answer(JSON.stringify({ keys: [jwk], padding: 'x'.repeat(1024 * 1024) }));
    expect(await refusal()).toBe('bad-response');
  });

  it.each([400, 401, 403, 404, 429])('promise N1: is asked for once where the answer is %d', async (code) => {
    keyServer.answer(status(code));
    expect(await refusal()).toBe(code === 429 ? 'rate-limited' : 'bad-response');
    expect(keyServer.requests).toHaveLength(1);
  });

  it.each([
    ['500', status(500), 'busy'],
    ['503', status(503), 'busy'],
    ['a reset', (request) => void request.socket.destroy(), 'network'],
    ['a redirect', (_, response) => void response.writeHead(302, { location: '/' }).end(), 'network'],
  ])('promise N1: is asked for thrice at most after %s', async (_, bad, code) => {
    keyServer.answer(bad, bad, { keys: [jwk] });
    expect(await verify()).toEqual(CLAIMS);
    expect(keyServer.requests).toHaveLength(3);
    keyServer.answer(bad, bad, bad, { keys: [jwk] });
    expect(await refusal()).toBe(code);
    expect(keyServer.requests).toHaveLength(6);
  });

  it('promise N2: that never comes is a timeout, after three tries', async () => {
    keyServer.answer(() => undefined);
    expect(await refusal(60)).toBe('timeout');
  });

  it('promise N3: is not waited for by whoever has given up', async () => {
    keyServer.answer(() => undefined);
    const controller = new AbortController();
    const client = connect({ jwksUri: keyServer.url });
    const call = rejection(() => verifyIdToken(client, token, {}, { signal: controller.signal }));
    while (!keyServer.requests.length) await new Promise((resolve) => setTimeout(resolve, 2));
    controller.abort('the page’s own');
    expect(await call).toBe('the page’s own');
    expect(keyServer.requests).toHaveLength(1);
  });
});
