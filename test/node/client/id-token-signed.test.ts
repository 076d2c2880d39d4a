import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyIdToken } from '../../../src/client/verify-id-token.js';
import type { ExpectedClaims } from '../../../src/protocol/id-token.js';
import { caught } from '../support/caught.js';
import { startClientBench } from '../support/client-bench.js';
import { type FakeDevice, fakeDevice } from '../support/fake-device.js';
import { createSigner, startKeyServer } from '../support/key-server.js';

const { connect } = await startClientBench();
const keyServer = await startKeyServer();
const signer = await createSigner();
const { jwk } = signer;

const DAY_MS = 86_400_000;
const NOW = Math.floor(Date.now() / 1000);
const CLAIMS = { sub: 'u-1', iat: NOW, exp: NOW + 300, iss: 'https://id.example', aud: 'app' };

const verify = (token: string, expected: ExpectedClaims = {}, device?: FakeDevice) =>
  verifyIdToken(connect({ jwksUri: keyServer.url }, device), token, expected);
/** Why a token is refused. */
const refusal = async (token: string, expected: ExpectedClaims = {}) => {
  const { code, subject } = await caught(() => verify(token, expected));
  return `${code}: ${String(subject)}`;
};

beforeEach(() => {
  keyServer.answer({ keys: [jwk] });
});
afterEach(() => void vi.useRealTimers());

describe('promise S5: what a signed token has to say', () => {
  it.each([
    ...[{ sub: undefined }, { sub: '' }, { sub: 5 }, { sub: null }],
    ...[
      { exp: undefined },
      { exp: '1999999999' },
      { exp: null },
      { exp: CLAIMS.iat },
      { exp: CLAIMS.iat - 1 },
    ],
    ...[{ iat: undefined }, { iat: String(NOW) }, { iat: {} }],
  ])('promise S5: not %j', async (change) => {
    const token = await signer.sign({ ...CLAIMS, ...change });
    expect(await refusal(token)).toBe('id-token-invalid: sub, exp, iat');
    expect(keyServer.requests).toEqual([]);
  });

  it.each([
    [{}, { issuer: 'https://other.example' }, 'iss'],
    [{ iss: undefined }, { issuer: 'https://id.example' }, 'iss'],
    [{ iss: ['https://id.example'] }, { issuer: 'https://id.example' }, 'iss'],
    [{}, { audience: 'other' }, 'aud'],
    [{ aud: [] }, { audience: 'app' }, 'aud'],
    [{ aud: ['other', 5, null] }, { audience: 'app' }, 'aud'],
  ])('promise S5: %j is not for %j', async (change, expected, subject) => {
    const token = await signer.sign({ ...CLAIMS, ...change });
    expect(await refusal(token, expected)).toBe(`id-token-invalid: ${subject}`);
  });

  it('promise S5: for several audiences is for each of them', async () => {
    const token = await signer.sign({ ...CLAIMS, aud: ['other', 'app'] });
    const claims = await verify(token, { audience: 'app', issuer: 'https://id.example' });
    expect(claims.aud).toEqual(['other', 'app']);
  });

  it.each([-DAY_MS, DAY_MS, -365 * DAY_MS, 365 * DAY_MS])(
    'promise S5: a device clock %d ms off breaks nothing',
    async (off) => {
      vi.useFakeTimers({ now: NOW * 1000 + off, toFake: ['Date'] });
      const device = fakeDevice();
      device.clock = NOW * 1000 + off;
      const token = await signer.sign({ ...CLAIMS, nbf: NOW - 120 });
      expect(await verify(token, {}, device)).toMatchObject(CLAIMS);
    },
  );

  it.each(['张三', '李雷😀👩‍👩‍👧', 'Ünïcødé', '\u2028"\\', '\u202eevil'])(
    'promise S5: %j is read as UTF-8',
    async (name) => {
      const api = JSON.stringify({ name, userName: name });
      const claims = await verify(await signer.sign({ ...CLAIMS, sub: name, api }));
      expect(claims).toEqual({ ...CLAIMS, sub: name, api: { name, userName: name } });
    },
  );

  it('promise S5: not in another encoding', async () => {
    const latin1 = Buffer.from(JSON.stringify({ ...CLAIMS, name: 'é' }), 'latin1');
    expect(await refusal(await signer.sign(latin1))).toBe('id-token-invalid: alg');
  });

  it('promise S7: __proto__ and constructor in it are harmless, though they are signed', async () => {
    const hostile = '"__proto__":{"verified":1,"sub":"admin"},"constructor":{"prototype":{"verified":1}}';
    const api = JSON.stringify(`{${hostile}}`);
    const text = `{${hostile},"api":${api},${JSON.stringify(CLAIMS).slice(1)}`;
    const claims = await verify(await signer.sign(text));
    for (const each of [claims, claims.api!, { ...claims }, Object.assign({}, claims.api)]) {
      expect(Object.getPrototypeOf(each)).toBe(Object.prototype);
      expect('verified' in each).toBe(false);
    }
    expect(['verified' in {}, claims.sub]).toEqual([false, 'u-1']);
    const bare = await signer.sign(`{"__proto__":${JSON.stringify(CLAIMS)}}`);
    expect(await refusal(bare)).toBe('id-token-invalid: sub, exp, iat');
  });
});
