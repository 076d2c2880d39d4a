import { describe, expect, it } from 'vitest';
import { fetchCaptcha } from '../../../src/client/captcha.js';
import { loginWithSmsCode } from '../../../src/client/login.js';
import { caught } from '../support/caught.js';
import { MOBILE, SDK, startClientBench } from '../support/client-bench.js';

const { server, connect } = await startClientBench();
const LOGIN = `${SDK}/login/mobile-verify-code`;
const ENTERED = { mobile: MOBILE, code: '123456' };

describe('promise N2: a body over 1 MiB is refused', () => {
  const answer = (bytes: number) => {
    const text = '{"status":"SUCCESS","session_token":"s","expire":1}';
    return text + ' '.repeat(bytes - text.length);
  };

  it('promise N2: but not one of exactly 1 MiB', async () => {
    server.faults.set(LOGIN, { kind: 'body', body: answer(1024 * 1024) });
    expect((await loginWithSmsCode(connect(), ENTERED)).kind).toBe('session');
    server.faults.set(LOGIN, { kind: 'body', body: answer(1024 * 1024 + 1) });
    expect(await caught(() => loginWithSmsCode(connect(), ENTERED))).toMatchObject({
      code: 'bad-response',
      httpStatus: 200,
    });
  });

  it('promise N2: reading stops there, and the rest is not waited for', async () => {
    const client = connect();
    let sent = 0;
    let cancelled = false;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 65_536;
          controller.enqueue(new Uint8Array(65_536));
        },
        cancel() {
          cancelled = true;
        },
      });
    client.device.fetch = (_, { signal }) => {
      const stream = endless();
      const response = new Response(stream);
      signal!.addEventListener('abort', () => (cancelled = true));
      return Promise.resolve(response);
    };
    expect((await caught(() => fetchCaptcha(client))).code).toBe('bad-response');
    expect(sent).toBeLessThan(1024 * 1024 + 4 * 65_536);
    expect(cancelled).toBe(true);
  });

  it('promise N2: characters that arrive in pieces are put together', async () => {
    const client = connect();
    const bytes = Buffer.from('{"status":"SUCCESS","session_token":"张三😀","expire":1}');
    client.device.fetch = () => {
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
          controller.close();
        },
      });
      return Promise.resolve(new Response(stream));
    };
    const answer = await loginWithSmsCode(client, ENTERED);
    expect(answer).toMatchObject({ session: { sessionToken: '张三😀' } });
  });
});
