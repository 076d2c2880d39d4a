import { createHmac } from 'node:crypto';
import { exportSPKI } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyIdToken } from '../../../src/client/verify-id-token.js';
import { caught } from '../support/caught.js';
import { startClientBench } from '../support/client-bench.js';
import { part } from '../support/jwt.js';
import { createSigner, startKeyServer } from '../support/key-server.js';

const { connect } = await startClientBench();
const keyServer = await startKeyServer();
const signer = await createSigner();
const other = await createSigner();
const { publicKey, jwk, kid } = signer;

const NOW = Math.floor(Date.now() / 1000);
const CLAIMS = { sub: 'u-1', iat: NOW, exp: NOW + 300, iss: 'https://id.example', aud: 'app' };

const verify = (token: string) => verifyIdToken(connect({ jwksUri: keyServer.url }), token);
/** Why a token is refused. */
const refusal = async (token: string) => {
  const { code, subject } = await caught(() => verify(token));
  return `${code}: ${String(subject)}`;
};
const BAD_SIGNATURE = 'id-token-invalid: signature';

beforeEach(() => {
  keyServer.answer({ keys: [jwk] });
});

describe('promise S5: a signature', () => {
  it('promise S5: that is right', async () => {
    expect(await verify(await signer.sign(CLAIMS))).toEqual(CLAIMS);
    expect(keyServer.requests).toHaveLength(1);
  });

  it('promise S5: that is another’s, or of other claims, proves nothing', async () => {
    const right = await signer.sign(CLAIMS);
    const [header, , signature] = right.split('.') as [string, string, string];
    const changed = `${header}.${part({ ...CLAIMS, sub: 'admin' })}.${signature}`;
    const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
    const [moved] = (await signer.sign(CLAIMS, { typ: 'x' })).split('.');
    for (const token of [
      changed,
      right.replace(signature, flipped),
      right.replace(header, moved!),
      right.slice(0, -1),
      `${right}A`,
      right.replace(signature, part('')),
      right.replace(signature, 'AAAA'),
      await other.sign(CLAIMS),
    ])
      expect(await refusal(token)).toMatch(/^id-token-invalid: (signature|alg)$/);
  });

  it.each(['none', 'None', 'NONE', 'nOnE', ''])(
    'promise S5: of alg %j is none, and no key is asked for',
    async (alg) => {
      const body = `${part({ alg, kid })}.${part(CLAIMS)}`;
      for (const signature of ['', part('x'), (await signer.sign(CLAIMS)).split('.')[2]!])
        expect(await refusal(`${body}.${signature}`)).toBe('id-token-invalid: alg');
      expect(keyServer.requests).toEqual([]);
    },
  );

  it.each(['HS256', 'HS384', 'HS512'])(
    'promise S5: with %s by the public key itself proves nothing',
    async (alg) => {
      const pem = await exportSPKI(publicKey);
      const der = Buffer.from(pem.replace(/-----.*-----|\s/g, ''), 'base64');
      const secrets = [
        pem,
        pem.trim(),
        der,
        JSON.stringify(jwk),
        jwk.n!,
        Buffer.from(jwk.n!, 'base64url'),
        '',
      ];
      const body = `${part({ alg, kid })}.${part(CLAIMS)}`;
      // Also where the key set names the secret, as a tenant once did.
      for (const secret of secrets) {
        keyServer.answer({ keys: [jwk, { kty: 'oct', k: part(secret), kid, alg }] });
        const mac = createHmac(alg.replace('HS', 'sha'), secret).update(body).digest('base64url');
        expect(await refusal(`${body}.${mac}`)).toBe('id-token-invalid: alg');
      }
      expect(keyServer.requests).toEqual([]);
    },
  );

  it.each(['RS512', 'PS256', 'ES256', 'ES384', 'EdDSA'])('promise S5: may be of %s', async (alg) => {
    const { jwk: key, sign } = await createSigner(alg, `k-${alg}`);
    keyServer.answer({ keys: [jwk, key] });
    expect(await verify(await sign(CLAIMS))).toEqual(CLAIMS);
  });

  it('promise S5: of one algorithm is none of another', async () => {
    const elliptic = await createSigner('ES256');
    expect(await refusal(await elliptic.sign(CLAIMS))).toBe(BAD_SIGNATURE);
    keyServer.answer({ keys: [{ ...jwk, alg: 'RS512' }] });
    expect(await refusal(await signer.sign(CLAIMS))).toBe(BAD_SIGNATURE);
    const [, payload, signature] = (await signer.sign(CLAIMS)).split('.');
    for (const alg of ['RS512', 'PS256', 'ES256', 'EdDSA', 'RS000'])
      expect(await refusal([part({ alg, kid }), payload, signature].join('.'))).toBe(BAD_SIGNATURE);
  });

  it('promise S5: takes no key from the token', async () => {
    const { jwk: own } = other;
    const header = { jwk: own, jku: keyServer.url, x5c: [], kid: 'k-own' };
    const token = await other.sign(CLAIMS, header);
    expect(await refusal(token)).toBe(BAD_SIGNATURE);
    const [, payload, signature] = token.split('.');
    const critical = part({ alg: 'RS256', kid, crit: ['exp'], exp: 1 });
    expect(await refusal([critical, payload, signature].join('.'))).toBe(BAD_SIGNATURE);
  });
});

describe('promise S5: the form of a signed token', () => {
  it('promise S5: three parts in base64url', async () => {
    const right = await signer.sign(CLAIMS);
    const [header, payload, signature] = right.split('.') as [string, string, string];
    const wrong = [
      `${right}.x`,
      `${right}.`,
      `.${right}`,
      `${header}.${payload}`,
      `${header}..${signature}`,
      'x',
      '',
    ];
    const encoded = [`${header}.${payload}=.${signature}`, `${header}.${payload}+.${signature}`, ` ${right}`];
    for (const token of [...wrong, ...encoded, `${header}.${payload}.`])
      expect(await refusal(token)).toBe('id-token-invalid: alg');
    expect(keyServer.requests).toEqual([]);
    for (const token of [
      `${right}=`,
      `${header}.${payload}.${signature}+`,
      `${header}.${payload}.!`,
      `${right}\n`,
    ])
      expect(await refusal(token)).toBe('id-token-invalid: alg');
  });

  it('promise S5: of a megabyte it is read like any other, right or wrong', async () => {
    const long = await signer.sign({ ...CLAIMS, name: '密'.repeat(350_000) });
    expect(long.length).toBeGreaterThan(1024 * 1024);
    expect(await verify(long)).toMatchObject(CLAIMS);
    expect(await refusal(long.replace(/.{8}\./, 'AAAAAAAA.'))).toMatch(/^id-token-invalid/);
    for (const text of [
      'a'.repeat(1024 * 1024),
      'a.'.repeat(512 * 1024),
      `${'.'.repeat(2)}${'a'.repeat(1024 * 1024)}`,
    ])
      expect(await refusal(text)).toBe('id-token-invalid: alg');
  });
});
