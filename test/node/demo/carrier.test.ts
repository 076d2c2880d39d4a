import { describe, expect, it } from 'vitest';
import { createOneClickTokens } from '../../../demo/one-click-tokens.js';
import { createCarrier } from '../../../demo/page/carrier.js';
import { CARRIER_ANSWERS, type CarrierAnswer } from '../../../demo/page/scene.js';
import { refusalOf, startBench, type Answer } from '../server/support.js';
import { serve } from './support.js';

const { server, post } = await startBench();
const origin = await serve(createOneClickTokens(server));

const never = (): AbortSignal => new AbortController().signal;

function tokenOf(answer: CarrierAnswer, signal = never()): Promise<string> {
  return createCarrier(answer, origin).getToken({ signal });
}

function logIn(accessToken: string): Promise<Answer> {
  return post('/api/v2/sdk/login/aliyun-mobile-auth', { access_token: accessToken });
}

describe('the carrier', () => {
  it('is there, unless it shall not be', () => {
    const missing = CARRIER_ANSWERS.filter((answer) => !createCarrier(answer, origin).isAvailable());
    expect(missing).toEqual(['unavailable']);
  });

  it('token: gives one that logs in', async () => {
    expect((await logIn(await tokenOf('token'))).json.status).toBe('SUCCESS');
  });

  it('refused: gives one that the server refuses', async () => {
    const token = await tokenOf('refused');
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(refusalOf(await logIn(token))).toBe('400 SOCIAL.0002');
  });

  it('empty: gives nothing', async () => {
    expect(await tokenOf('empty')).toBe('');
  });

  it('cancel: rejects as an aborted call does, although nobody aborted it', async () => {
    await expect(tokenOf('cancel')).rejects.toMatchObject({ name: 'AbortError' });
    await expect(tokenOf('cancel')).rejects.toBeInstanceOf(DOMException);
  });

  it.each(['reject', 'unavailable'] as const)('%s: rejects', async (answer) => {
    await expect(tokenOf(answer)).rejects.toMatchObject({ name: 'Error' });
  });

  it('throw: throws before there is a promise', () => {
    expect(() => tokenOf('throw')).toThrow('not ready');
  });

  it('hang: does not answer', async () => {
    const late = new Promise((resolve) => setTimeout(resolve, 50, 'nothing'));
    const pending = tokenOf('hang');
    pending.catch(() => undefined);
    expect(await Promise.race([pending, late])).toBe('nothing');
  });

  it.each(['token', 'refused', 'hang'] as const)('%s: ends with its signal', async (answer) => {
    const abort = new AbortController();
    const pending = tokenOf(answer, abort.signal);
    const reason = new Error('The customer has gone.');
    abort.abort(reason);
    await expect(pending).rejects.toBe(reason);
  });

  it.each(CARRIER_ANSWERS)('%s: does not begin where the signal has ended', (answer) => {
    const reason = new Error('gone');
    expect(() => tokenOf(answer, AbortSignal.abort(reason))).toThrow(reason);
  });

  it('says so when its server does not answer well', async () => {
    const broken = createCarrier('token', `${origin}/nowhere`);
    await expect(broken.getToken({ signal: never() })).rejects.toThrow('404');
  });
});

describe('POST /_demo/one-click-token', () => {
  const ask = (query: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${origin}/_demo/one-click-token${query}`, { method: 'POST', ...init });

  it('gives a token that is refused in the way that was asked for', async () => {
    const token = await (await ask('?error=USER.0039')).text();
    expect(refusalOf(await logIn(token))).toBe('400 USER.0039');
  });

  it.each(['?error=', '?error=constructor', '?error=USER.9999'])('knows no %s', async (query) => {
    expect((await ask(query)).status).toBe(400);
  });

  it('is for pages of this origin only, and kept nowhere', async () => {
    expect((await ask('', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await ask('', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    const { status, headers } = await ask('', { headers: { origin } });
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  });

  it('leaves everything else to others', async () => {
    expect((await ask('', { method: 'GET' })).status).toBe(404);
    expect((await fetch(`${origin}/_demo/one-click-tokens`, { method: 'POST' })).status).toBe(404);
  });
});
