import { describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../../demo/server/faults.js';
import { fetchCaptcha } from '../../../src/client/captcha.js';
import { loginWithSmsCode } from '../../../src/client/login.js';
import { caught } from '../support/caught.js';
import { SDK, startClientBench } from '../support/client-bench.js';

const { server, connect } = await startClientBench();
const LOGIN = `${SDK}/login/mobile-verify-code`;
const ENTERED = { mobile: '12345678901', code: '232326' };

describe('promise N2: one time limit covers headers and body', () => {
  it.each<[string, Fault]>([
    ['never so much as a header', { kind: 'hang' }],
    ['headers, then nothing', { kind: 'hang-body' }],
    ['a byte now and then', { kind: 'drip', ms: 40 }],
    ['the right answer, too late', { kind: 'delay', ms: 5000 }],
  ])('promise N2, N3: %s is a timeout, of one POST', async (_, fault) => {
    server.faults.set(LOGIN, fault);
    const client = connect({ timeout: 150 });
    // Not counted on the server: under load the limit may be over before the request is there.
    const calls = vi.spyOn(client.device, 'fetch');
    const start = performance.now();
    const error = await caught(() => loginWithSmsCode(client, ENTERED));
    expect(error).toMatchObject({ code: 'timeout', httpStatus: null, retryable: true });
    expect(performance.now() - start).toBeGreaterThan(140);
    expect(performance.now() - start).toBeLessThan(4000);
    expect(calls).toHaveBeenCalledOnce();
  });

  it('promise N2: a slow answer within the limit is an answer', async () => {
    server.faults.set(LOGIN, { kind: 'body', body: '{"status":"SUCCESS","session_token":"s","expire":1}' });
    expect((await loginWithSmsCode(connect({ timeout: 9000 }), ENTERED)).kind).toBe('session');
    server.faults.set(LOGIN, { kind: 'delay', ms: 100 });
    expect((await loginWithSmsCode(connect({ timeout: 9000 }), ENTERED)).kind).toBe('session');
  });

  it('promise N3: the cause is our own limit, whatever name the browser gives it', async () => {
    for (const name of ['AbortError', 'TimeoutError', 'TypeError', 'NetworkError']) {
      const client = connect({ timeout: 30 });
      client.device.fetch = (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal!.addEventListener('abort', () => reject(new DOMException('?', name)));
        });
      expect((await caught(() => fetchCaptcha(client))).code).toBe('timeout');
      client.device.fetch = () => Promise.reject(new DOMException('?', name));
      expect((await caught(() => fetchCaptcha(client))).code).toBe('network');
    }
  });
});
