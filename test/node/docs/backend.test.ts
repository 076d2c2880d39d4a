import { createHmac, generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SignJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { createBackend, createCheck } from '../../../docs/examples/backend/verify.mjs';
import {
  logoutHuaweiCloud,
  renewBambooCloud,
  renewHuaweiCloud,
} from '../../../docs/examples/backend/renew.mjs';
import { DEVICE, startBench } from '../server/support.js';

const { server, login } = await startBench({ clients: ['demo-client', 'other-client'] });

const issuer = `${server.origin}/api/v1/oauth2`;
const newCheck = (expected: Partial<Parameters<typeof createCheck>[0]> = {}) =>
  createCheck({ issuer, audience: 'demo-client', jwksUri: `${issuer}/keys`, ...expected });

async function freshToken(): Promise<string> {
  return String((await login()).json['id_token']);
}

/** A token with another header or other claims, and the signature that this function makes. */
function forged(token: string, header: object, sign: (text: string) => string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ ...decodeProtectedHeader(token), ...header })}.${encode(decodeJwt(token))}`;
  return `${text}.${sign(text)}`;
}

describe('promise S5: docs/examples/backend/verify.mjs', () => {
  it('lets in whom the tenant vouches for', async () => {
    const token = await freshToken();
    const { userId, claims } = await newCheck()(token);
    expect(userId).toBe(decodeJwt(token).sub);
    expect(claims.aud).toBe('demo-client');
  });

  it('goes on when the tenant has a new key', async () => {
    const check = newCheck();
    server.rotateSigningKey();
    await expect(check(await freshToken())).resolves.toMatchObject({ userId: expect.any(String) as string });
  });

  it('takes no token twice', async () => {
    const check = newCheck();
    const token = await freshToken();
    await check(token);
    await expect(check(token)).rejects.toThrow('used before');
  });

  it('refuses one that has expired', async () => {
    const token = await freshToken();
    const later = new Date(Date.now() + 400_000);
    await expect(newCheck()(token, later)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });

  it('refuses one of another client, and one of another issuer', async () => {
    const token = await freshToken();
    const failed = { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED' };
    await expect(newCheck({ audience: 'other-client' })(token)).rejects.toMatchObject(failed);
    await expect(newCheck({ issuer: 'https://other.example' })(token)).rejects.toMatchObject(failed);
  });

  it('refuses a wrong signature, and one of a key that is not the tenant’s', async () => {
    const token = await freshToken();
    const [header = '', , signature = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify({ ...decodeJwt(token), sub: 'admin' })).toString('base64url');
    const wrong = { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' };
    await expect(newCheck()(`${header}.${other}.${signature}`)).rejects.toMatchObject(wrong);

    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const sign = (kid: string) =>
      new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
    const { kid } = decodeProtectedHeader(token) as { kid: string };
    await expect(newCheck()(await sign(kid))).rejects.toMatchObject(wrong);
    await expect(newCheck()(await sign('unknown'))).rejects.toMatchObject({
      code: 'ERR_JWKS_NO_MATCHING_KEY',
    });
  });

  it('refuses tokens without a signature, and those that anybody could have signed with the public key', async () => {
    const token = await freshToken();
    const refused = { code: 'ERR_JOSE_ALG_NOT_ALLOWED' };
    const publicKey = await (await fetch(`${issuer}/keys`)).text();
    for (const alg of ['none', 'None', 'HS256', 'HS512']) {
      const sign = (text: string) =>
        alg.startsWith('HS') ? createHmac('sha256', publicKey).update(text).digest('base64url') : '';
      await expect(newCheck()(forged(token, { alg }, sign)), alg).rejects.toMatchObject(refused);
    }
  });

  it.each([undefined, null, '', 'abc', { sub: 'admin' }, ['a']])(
    'refuses what is no token: %j',
    async (idToken) => {
      await expect(newCheck()(idToken)).rejects.toThrow();
    },
  );
});

describe('docs/examples/backend/verify.mjs as a server', () => {
  const PAGE = 'https://shop.example';
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });

  async function start() {
    const sessions = new Map<string, string>();
    const backend = createBackend(newCheck(), { pageOrigin: PAGE, sessions });
    await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
    stops.push(() => backend.close().closeAllConnections());
    const url = `http://127.0.0.1:${String((backend.address() as AddressInfo).port)}`;
    const post = (body: unknown, origin = PAGE) =>
      fetch(url, { method: 'POST', headers: { origin }, body: JSON.stringify(body) });
    return { sessions, post };
  }

  it('gives a cookie that scripts cannot read, and knows by it who came', async () => {
    const { sessions, post } = await start();
    const idToken = await freshToken();
    const response = await post({ idToken });
    expect(response.status).toBe(204);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-session=[\w-]{36}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    expect([...sessions]).toEqual([[cookie.slice(15, 51), decodeJwt(idToken).sub]]);
  });

  it('believes the page nothing', async () => {
    const { sessions, post } = await start();
    const idToken = await freshToken();
    const claims = decodeJwt(idToken);
    const bodies = [
      {},
      { sub: 'admin' },
      { userId: 'admin', verified: true },
      { claims, verified: true },
      null,
    ];
    for (const body of bodies) expect((await post(body)).status).toBe(401);
    expect((await post({ idToken: `${idToken}x`, claims, verified: true })).status).toBe(401);
    expect((await post({ idToken: 'x'.repeat(30_000) })).status).toBe(401);
    expect((await post({ idToken }, 'https://evil.example')).status).toBe(403);
    expect(sessions.size).toBe(0);
    expect((await post({ idToken })).status).toBe(204);
  });
});

describe('docs/examples/backend/renew.mjs', () => {
  const caller = {
    baseUrl: server.origin,
    clientId: 'demo-client',
    device: {
      fingerprint: DEVICE['X-device-fingerprint'],
      osVersion: DEVICE['X-operating-sys-version'],
      userAgent: DEVICE['X-agent'],
    },
  };
  const stranger = { ...caller, device: { ...caller.device, fingerprint: 'another' } };
  const sessionToken = async () => String((await login()).json['session_token']);

  it('renews with BambooCloud, and the session token before is dead', async () => {
    const first = await sessionToken();
    const { sessionToken: second, expiresIn, idToken } = await renewBambooCloud(caller, first);
    expect([second === first, expiresIn]).toEqual([false, 43_200]);
    await newCheck()(idToken);
    await expect(renewBambooCloud(caller, first)).rejects.toThrow('IDAAS.SDK.PARAM.0023');
    await newCheck()((await renewBambooCloud(caller, second)).idToken);
  });

  it('renews with Huawei Cloud, and ends the session', async () => {
    server.settings.dialect = 'hw';
    const token = await sessionToken();
    const { sessionToken: same, idToken } = await renewHuaweiCloud(caller, token);
    expect(same).toBe(token);
    await newCheck()(idToken);
    await logoutHuaweiCloud(caller, token);
    await expect(renewHuaweiCloud(caller, token)).rejects.toThrow('PARAM.0023');
  });

  it('is refused without the fingerprint that the session was given to', async () => {
    await expect(renewBambooCloud(stranger, await sessionToken())).rejects.toThrow('PARAM.0023');
    server.settings.dialect = 'hw';
    await expect(renewHuaweiCloud(stranger, await sessionToken())).rejects.toThrow('PARAM.0023');
  });
});
