import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { fetchCaptcha } from '../../../src/client/captcha.js';
import { loginWithSmsCode } from '../../../src/client/login.js';
import { CiamError } from '../../../src/protocol/errors.js';
import { caught, rejection } from '../support/caught.js';
import { SDK, startClientBench } from '../support/client-bench.js';
import { fakeDevice } from '../support/fake-device.js';

const { server, connect, count } = await startClientBench();
const LOGIN = `${SDK}/login/mobile-verify-code`;
const ENTERED = { mobile: '12345678901', code: '232326' };

/** An address on which nobody listens. */
async function deadAddress(): Promise<string> {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  return `http://127.0.0.1:${port}`;
}

describe('promise N6: a service that cannot be reached', () => {
  it('promise N6: is unreachable, with the browser’s own error for those who debug', async () => {
    const client = connect({ baseUrl: await deadAddress() });
    const error = await caught(() => fetchCaptcha(client));
    expect(error).toMatchObject({ code: 'network', subject: null, httpStatus: null, retryable: true });
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  it('promise N6: is the person’s being offline only when the browser is sure of it', async () => {
    const device = fakeDevice();
    const client = connect({ baseUrl: await deadAddress() }, device);
    device.online = false;
    expect(await caught(() => fetchCaptcha(client))).toMatchObject({ code: 'network', subject: 'offline' });
    device.online = true;
    expect(await caught(() => fetchCaptcha(client))).toMatchObject({ code: 'network', subject: null });
  });

  it('promise N6: a browser that wrongly thinks it is offline can log in', async () => {
    const device = fakeDevice();
    device.online = false;
    expect((await loginWithSmsCode(connect({}, device), ENTERED)).kind).toBe('session');
  });

  it('promise N6: the same when its answer breaks off', async () => {
    const device = fakeDevice();
    device.online = false;
    server.faults.set(LOGIN, { kind: 'cut' });
    const error = await caught(() => loginWithSmsCode(connect({}, device), ENTERED));
    expect(error).toMatchObject({ code: 'network', subject: 'offline' });
  });
});

describe('promise N7: a call that broke off because the page is left', () => {
  it('promise N7: is no error of ours', async () => {
    const device = fakeDevice();
    device.leaving = true;
    server.faults.set(LOGIN, { kind: 'reset' });
    const error = await rejection(() => loginWithSmsCode(connect({}, device), ENTERED));
    expect(error).not.toBeInstanceOf(CiamError);
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(count(LOGIN)).toBe(1);
  });

  it('promise N7: is told only after the browser was asked, which may take a moment', async () => {
    const device = fakeDevice();
    let tell: (left: boolean) => void = () => undefined;
    device.isLeaving = () => new Promise((resolve) => (tell = resolve));
    device.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    let settled = false;
    const call = caught(() => fetchCaptcha(connect({}, device))).finally(() => (settled = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(settled).toBe(false);
    tell(false);
    expect((await call).code).toBe('network');
  });

  it('promise N7: an answer that did come is an answer, leaving or not', async () => {
    const device = fakeDevice();
    device.leaving = true;
    server.faults.set(LOGIN, { kind: 'empty', status: 503 });
    expect((await caught(() => loginWithSmsCode(connect({}, device), ENTERED))).code).toBe('busy');
  });
});
