import { describe, expect, it, vi } from 'vitest';
import { fetchCaptcha, verifyCaptcha } from '../../../src/client/captcha.js';
import { caught, rejection } from '../support/caught.js';
import { MOBILE, SDK, startClientBench } from '../support/client-bench.js';

const { server, connect } = await startClientBench();
const VERIFY = `${SDK}/captcha/verify`;

const CHALLENGE = { picture: '', piece: '', token: 't', secretKey: 'k' };
const SOLUTION = { challenge: CHALLENGE, x: 12, mobile: MOBILE };
const PLAIN = '{"x":12.0,"y":5.0}';

const sentPoint = () => (server.journal.list(VERIFY).at(-1)!.body as { point_json: string }).point_json;

describe('the puzzle’s calls', () => {
  it('give what a person needs to see, as pictures within the page', async () => {
    const { picture, piece, secretKey } = await fetchCaptcha(connect());
    for (const address of [picture, piece]) {
      const bytes = Buffer.from(address.replace('data:image/png;base64,', ''), 'base64');
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    }
    expect(secretKey).toBe(server.settings.secretKey);
  });

  it('take a place a few pixels beside the right one, once', async () => {
    const client = connect();
    const challenge = await fetchCaptcha(client);
    const solution = { challenge, x: server.puzzleX(challenge.token)! + 0.4, mobile: MOBILE };
    expect(await verifyCaptcha(client, solution)).toContain(challenge.token);
    expect((await caught(() => verifyCaptcha(client, solution))).code).toBe('captcha-expired');
  });

  it('refuse a wrong place', async () => {
    const client = connect();
    const challenge = await fetchCaptcha(client);
    const error = await caught(() => verifyCaptcha(client, { challenge, x: 0, mobile: MOBILE }));
    expect(error.code).toBe('captcha-failed');
  });
});

describe('the point of a tenant that wants it encrypted', () => {
  it('is plain without a way to encrypt it, key or not', async () => {
    await caught(() => verifyCaptcha(connect(), SOLUTION));
    expect(sentPoint()).toBe(PLAIN);
  });

  it('is what the page makes of it', async () => {
    for (const result of ['secret', Promise.resolve('secret')]) {
      const encryptPoint = vi.fn(() => result);
      await caught(() => verifyCaptcha(connect({ encryptPoint }), SOLUTION));
      expect(encryptPoint).toHaveBeenCalledExactlyOnceWith(PLAIN, 'k');
      expect(sentPoint()).toBe('secret');
    }
  });

  it('is plain when the tenant gives no key', async () => {
    const encryptPoint = vi.fn(() => 'secret');
    const challenge = { ...CHALLENGE, secretKey: null };
    await caught(() => verifyCaptcha(connect({ encryptPoint }), { ...SOLUTION, challenge }));
    expect(encryptPoint).not.toHaveBeenCalled();
    expect(sentPoint()).toBe(PLAIN);
  });

  it('is not sent when it cannot be encrypted', async () => {
    const broken = new Error('?');
    const client = connect({ encryptPoint: () => Promise.reject(broken) });
    expect(await rejection(() => verifyCaptcha(client, SOLUTION))).toBe(broken);
    expect(server.journal.list()).toEqual([]);
  });
});
