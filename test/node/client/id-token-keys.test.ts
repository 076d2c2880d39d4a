import { afterEach, describe, expect, it, vi } from 'vitest';
import { TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { loginWithPassword } from '../../../src/client/login.js';
import { verifyIdToken } from '../../../src/client/verify-id-token.js';
import { caught } from '../support/caught.js';
import { startClientBench } from '../support/client-bench.js';
import { createSigner, startKeyServer } from '../support/key-server.js';

const { server, connect, count } = await startClientBench();
const keyServer = await startKeyServer();
const [signer, other] = [await createSigner('RS256', 'k-1'), await createSigner('RS256', 'k-2')];
const { jwk } = signer;
const TENANT_KEYS = '/api/v1/oauth2/keys';

const CLAIMS = { sub: 'u-1', iat: 1_780_000_000, exp: 1_780_000_300 };
const token = await signer.sign(CLAIMS);

const verify = (text = token) => verifyIdToken(connect({ jwksUri: keyServer.url }), text);
const refusal = async (text?: string) => {
  const { code, subject } = await caught(() => verify(text));
  return subject === null ? code : `${code}: ${subject}`;
};
const BAD_SIGNATURE = 'id-token-invalid: signature';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('promise S5: the tenant’s own keys', () => {
  const logIn = async () => {
    const client = connect({ jwksUri: 'auto' });
    const answer = await loginWithPassword(client, { userName: 'li.lei', password: TEST_PASSWORD });
    if (answer.kind !== 'session') throw new Error(answer.kind);
    return { client, idToken: answer.session.idToken! };
  };

  it.each(['RS256', 'RS384', 'RS512'] as const)('promise S5: sign with %s', async (alg) => {
    server.settings.idTokenAlg = alg;
    const { client, idToken } = await logIn();
    expect(await verifyIdToken(client, idToken)).toMatchObject({
      aud: 'demo-client',
      api: { userName: 'li.lei' },
    });
    expect(count(TENANT_KEYS)).toBe(1);
  });

  it('promise S5: may be rotated: what was signed before and after is good', async () => {
    const before = await logIn();
    server.rotateSigningKey();
    const after = await logIn();
    for (const { client, idToken } of [before, after]) await verifyIdToken(client, idToken);
    expect(count(TENANT_KEYS)).toBe(2);
  });

  it('promise N10: are asked for without the API’s headers, cookies, redirects or a cache', async () => {
    const { client, idToken } = await logIn();
    const calls = vi.spyOn(client.device, 'fetch');
    await verifyIdToken(client, idToken);
    const [url, { signal, ...init }] = calls.mock.calls[0]!;
    expect(url).toBe(`${server.origin}${TENANT_KEYS}`);
    expect(init).toEqual({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
    expect(signal).toBeInstanceOf(AbortSignal);
    const names = Object.keys(server.journal.list(TENANT_KEYS)[0]!.headers);
    expect(names.filter((name) => /^(x-|content-|authorization|cookie|session)/.test(name))).toEqual([]);
  });
});

describe('promise S5: a key that is not there', () => {
  it('promise S5: is looked for once more, as it may have been rotated', async () => {
    keyServer.answer({ keys: [other.jwk] }, { keys: [other.jwk, jwk] });
    expect(await verify()).toEqual(CLAIMS);
    expect(keyServer.requests).toHaveLength(2);
  });

  it.each([
    [[]],
    [[other.jwk]],
    [[{ ...jwk, kid: 'K-1' }]],
    [[{ ...jwk, kid: undefined }]],
    [[{ ...jwk, kid: 5 }]],
  ])('promise S5: is looked for no more than that: %j', async (keys) => {
    keyServer.answer({ keys });
    expect(await refusal()).toBe(BAD_SIGNATURE);
    expect(keyServer.requests).toHaveLength(2);
  });

  it('promise S5: is not looked for where there is one by that name', async () => {
    keyServer.answer({ keys: [{ ...other.jwk, kid: 'k-1' }] }, { keys: [jwk] });
    expect(await refusal()).toBe(BAD_SIGNATURE);
    expect(keyServer.requests).toHaveLength(1);
  });

  it('promise S5: may be any of them where the token names none', async () => {
    const nameless = await signer.sign(CLAIMS, { kid: undefined });
    for (const keys of [
      [jwk],
      [other.jwk, jwk],
      [{ ...jwk, kid: undefined }],
      [{ kty: 'OKP' }, other.jwk, jwk],
    ]) {
      keyServer.answer({ keys });
      expect(await verify(nameless)).toEqual(CLAIMS);
    }
    keyServer.answer({ keys: [other.jwk] });
    expect(await refusal(nameless)).toBe(BAD_SIGNATURE);
  });

  it.each([
    ...[
      { use: 'enc' },
      { key_ops: ['encrypt'] },
      { key_ops: ['sign'] },
      { alg: 'RSA-OAEP' },
      { alg: 'RS384' },
    ],
    ...[
      { kty: 'oct', k: 'AAAA' },
      { kty: 'EC' },
      { kty: 'rsa' },
      { kty: undefined },
      { n: undefined },
      { e: '' },
    ],
    ...[{ n: 'AQAB' }, { n: 5 }, { n: '!' }, { kty: null }],
  ])('promise S5: is none that is for something else, or broken: %j', async (change) => {
    keyServer.answer({ keys: [{ ...jwk, ...change }] });
    expect(await refusal()).toBe(BAD_SIGNATURE);
    // Nor does it get in the way of the one that is right.
    keyServer.answer({ keys: [{ ...jwk, ...change }, jwk] });
    expect(await verify()).toEqual(CLAIMS);
  });

  it('promise S7: is none that __proto__ brings along', async () => {
    const { kid, ...nameless } = jwk;
    const hidden = (rest: object) => `{"__proto__":${JSON.stringify(jwk)},${JSON.stringify(rest).slice(1)}`;
    for (const text of [`{"__proto__":{"keys":[${JSON.stringify(jwk)}]}}`, `{"keys":{"__proto__":[]}}`]) {
      keyServer.answer(text);
      expect(await refusal()).toBe('bad-response');
    }
    keyServer.answer(`{"keys":[${hidden({ kty: 'RSA', kid })}]}`);
    expect(await refusal()).toBe(BAD_SIGNATURE);
    keyServer.answer(`{"keys":[${hidden(nameless)}]}`);
    expect(await refusal()).toBe(BAD_SIGNATURE);
    keyServer.answer(
      `{"__proto__":{"keys":[]},"constructor":{"prototype":{"kty":"oct"}},"keys":[${hidden(jwk)}]}`,
    );
    expect(await verify()).toEqual(CLAIMS);
    expect(['keys' in {}, 'kty' in {}]).toEqual([false, false]);
  });
});

describe('promise S5: where no signature can be checked', () => {
  it('promise S5: nothing is', async () => {
    expect(await caught(() => verifyIdToken(connect(), token))).toMatchObject({
      code: 'config',
      subject: 'jwks-uri',
    });
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(await refusal()).toBe('config: jwks-uri');
    expect(keyServer.requests).toEqual([]);
  });
});
