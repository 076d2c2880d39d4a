import { describe, expect, it } from 'vitest';
import type { CaptchaRequest } from '../../../src/flow/captcha-request.js';
import { openEnded } from './open-ended.js';

const CHALLENGE = { picture: '', piece: '', token: 't', secretKey: null };
const wrong = (request: CaptchaRequest) => request.verify(CHALLENGE, 1);

/** A flow at a server that finds the piece in the wrong place, whatever its place, or refuses to look. */
function atPuzzle(solver: (request: CaptchaRequest) => Promise<string>, error_code = 'CAPTCHA.0002') {
  const bench = openEnded({ solver: () => solver });
  bench.device.fetch = () => Promise.resolve(Response.json({ error_code }, { status: 400 }));
  return bench;
}

describe('promise N8: the piece in the wrong place', () => {
  it('promise N8: is told once, and the puzzle goes on', async () => {
    const { begin, step, told } = atPuzzle((request) => wrong(request).catch(() => 'token'));
    await begin(step()).sendCode({ mobile: '1' });
    expect(told).toEqual([
      'step captcha',
      'failure captcha-failed captcha',
      'step start',
      'sent login 60000',
    ]);
  });

  it('promise N8: another failure of the check is the solver’s own business', async () => {
    const { begin, step, told } = atPuzzle((request) => wrong(request).catch(() => 'token'), 'PARAM.0009');
    await begin(step()).sendCode({ mobile: '1' });
    expect(told).toEqual(['step captcha', 'step start', 'sent login 60000']);
  });

  it('promise N8: is told once also where the solver gives up for it', async () => {
    const { begin, step, told } = atPuzzle(wrong);
    const flow = begin(step());
    await flow.sendCode({ mobile: '1' });
    expect(told).toEqual(['step captcha', 'failure captcha-failed captcha', 'step start']);
    expect(flow.state).toMatchObject({ phase: 'ready', failure: { error: { code: 'captcha-failed' } } });
  });

  it('promise N8: is told to nobody who gives up in the very moment when the answer is there', async () => {
    const { begin, step, told, device } = atPuzzle(wrong);
    const flow = begin(step());
    const { fetch } = device;
    device.fetch = (url, init) => {
      // A call whose answer has been read is ended.
      init.signal?.addEventListener('abort', () => flow.cancel());
      return fetch(url, init);
    };
    await flow.sendCode({ mobile: '1' });
    expect(told).toEqual(['step captcha', 'step start']);
  });
});
