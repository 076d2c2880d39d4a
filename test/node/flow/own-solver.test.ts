import { describe, expect, it } from 'vitest';
import type { CaptchaRequest, CaptchaSolver } from '../../../src/flow/captcha-request.js';
import { CiamError } from '../../../src/protocol/errors.js';
import { rejection } from '../support/caught.js';
import { entered, startFlowBench } from './visit.js';

const { server, visit, wire, solve } = await startFlowBench();
const MOBILE = '13912345678';

/** Whatever a page may do, typed or not. */
const anything = (act: (request: CaptchaRequest) => unknown) => act as CaptchaSolver;

const failuresOf = (told: readonly string[]) => told.filter((line) => line.startsWith('failure'));

describe('promise A6: a page’s own solver', () => {
  it('promise A6: is given the number, the language and the ways to the server', async () => {
    let seen: CaptchaRequest | undefined;
    const visitor = await visit({ config: { language: 'zh-CN' } });
    visitor.solver = (request) => {
      seen = request;
      expect(request.signal.aborted).toBe(false);
      return solve(request);
    };
    await visitor.flow.sendCode(entered(' +86 139 1234 5678 '));
    expect(seen).toMatchObject({ mobile: MOBILE, lang: 'zh-CN' });
    expect(visitor.told.at(-1)).toBe('sent login');
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an empty string', ''],
    ['false', false],
  ])('promise A6: that gives %s has cancelled', async (_, value) => {
    const visitor = await visit({ solver: anything(() => Promise.resolve(value)) });
    await visitor.flow.sendCode(entered(MOBILE));
    expect(visitor.told).toEqual(['step captcha', 'failure captcha-cancelled captcha', 'step start']);
    expect(wire()).toEqual([]);
  });

  it.each<[string, (request: CaptchaRequest) => unknown]>([
    ['rejects with an error of its own', () => Promise.reject(new TypeError('?'))],
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- pages do
    ['rejects with nothing', () => Promise.reject(undefined)],
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- pages do
    ['rejects with a text', () => Promise.reject('captcha-cancelled')],
    ['rejects with an AbortError', () => Promise.reject(new DOMException('?', 'AbortError'))],
    [
      'rejects with what only looks like ours',
      () => Promise.reject(Object.assign(new Error(), { code: 'busy' })),
    ],
    [
      'throws before it begins',
      () => {
        throw new Error('?');
      },
    ],
    ['gives a number', () => Promise.resolve(5)],
    ['gives true', () => Promise.resolve(true)],
    ['gives an object', () => Promise.resolve({ token: 'x' })],
    ['gives a list', () => Promise.resolve(['x'])],
  ])('promise A6: that %s has failed', async (_, act) => {
    const visitor = await visit({ solver: anything(act) });
    await visitor.flow.sendCode(entered(MOBILE));
    expect(visitor.told).toEqual(['step captcha', 'failure captcha-failed captcha', 'step start']);
    expect(visitor.flow.state.failure).toMatchObject({ phase: 'sending', field: null });
    expect(wire()).toEqual([]);
  });

  it('promise A6: keeps its own error for those who debug', async () => {
    const cause = new TypeError('?');
    const visitor = await visit({ solver: () => Promise.reject(cause) });
    await visitor.flow.sendCode(entered(MOBILE));
    expect(visitor.errors[0]!.cause).toBe(cause);
  });

  it('promise A6: that passes our error on has it told once, as it is', async () => {
    const visitor = await visit();
    server.faults.set('/api/v2/sdk/captcha', {
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': '9' },
    });
    await visitor.flow.sendCode(entered(MOBILE));
    expect(failuresOf(visitor.told)).toEqual(['failure rate-limited captcha']);
    expect(visitor.errors[0]).toMatchObject({ retryAfter: 9 });
  });

  it('promise A6: that ends with a wrong try has it told once, too', async () => {
    const visitor = await visit();
    visitor.solver = async (request) => request.verify(await request.fetchChallenge(), 0);
    await visitor.flow.sendCode(entered(MOBILE));
    expect(failuresOf(visitor.told)).toEqual(['failure captcha-failed captcha']);
    expect(visitor.flow.state).toMatchObject({ phase: 'ready', failure: { error: visitor.errors[0] } });
    expect(visitor.told.at(-1)).toBe('step start');
  });

  it('promise A6: may say itself what happened', async () => {
    const visitor = await visit({ solver: () => Promise.reject(new CiamError('captcha-cancelled')) });
    await visitor.flow.sendCode(entered(MOBILE));
    expect(failuresOf(visitor.told)).toEqual(['failure captcha-cancelled captcha']);
  });

  it('promise A6: may be no promise at all', async () => {
    server.faults.set('/api/v2/sdk/sms/send', { kind: 'empty' });
    const visitor = await visit({ solver: anything(() => 'token') });
    await visitor.flow.sendCode(entered(MOBILE));
    expect(visitor.told).toEqual(['step captcha', 'step start', 'sent login']);
  });

  it('promise A6: can call nobody any more once it has ended', async () => {
    let kept: CaptchaRequest | undefined;
    const visitor = await visit();
    visitor.solver = (request) => {
      kept = request;
      return solve(request);
    };
    await visitor.flow.sendCode(entered(MOBILE));
    const calls = wire();
    expect(kept!.signal.aborted).toBe(true);
    expect(await rejection(() => kept!.fetchChallenge())).toMatchObject({ name: 'AbortError' });
    expect(wire()).toEqual(calls);
  });
});
