import { constants, publicEncrypt } from 'node:crypto';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { MOBILE, refusalOf, SDK, startBench } from './support.js';

const { server, get, post, login } = await startBench();
const keySet = () => createRemoteJWKSet(new URL(`${server.origin}/api/v1/oauth2/keys`));

async function sessionToken(): Promise<string> {
  return String((await login()).json.session_token);
}

describe('the id_token', () => {
  it('verifies against the key set, with the documented claims', async () => {
    const token = String((await login()).json.id_token);
    const { payload, protectedHeader } = await jwtVerify(token, keySet());
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: expect.any(String) as string });
    const { iat, exp, nbf, jti, sub, iss, aud, api } = payload;
    expect({ life: exp! - iat!, early: iat! - nbf!, iss, aud }).toEqual({
      life: 300,
      early: 120,
      iss: `${server.origin}/api/v1/oauth2`,
      aud: 'demo-client',
    });
    expect(jti).toMatch(/^[\da-f-]{36}$/);
    expect(typeof api).toBe('string');
    const user = JSON.parse(String(api)) as Record<string, string>;
    expect(user).toMatchObject({
      id: sub,
      mobile: `+86-${MOBILE}`,
      name: expect.stringMatching(/^[\u4e00-\u9fff]{2,3}$/) as string,
    });
    expect(Object.keys(user).sort()).toEqual(['email', 'id', 'mobile', 'name', 'userName']);
  });

  it('is of the same user each time, and of another for another number', async () => {
    const sub = async (mobile: string) =>
      (await jwtVerify(String((await login(mobile)).json.id_token), keySet())).payload.sub;
    expect(await sub(MOBILE)).toBe(await sub(MOBILE));
    expect(await sub(MOBILE)).not.toBe(await sub('13900000000'));
  });

  it('follows the settings', async () => {
    Object.assign(server.settings, { idTokenAlg: 'RS512', issuer: 'https://id.example', idTokenSeconds: 60 });
    const { payload, protectedHeader } = await jwtVerify(String((await login()).json.id_token), keySet());
    expect(protectedHeader.alg).toBe('RS512');
    expect(payload.iss).toBe('https://id.example');
    expect(payload.exp! - payload.iat!).toBe(60);
    Object.assign(server.settings, { dialect: 'hw', idToken: true, idTokenSeconds: null });
    const { payload: hw } = await jwtVerify(String((await login()).json.id_token), keySet());
    expect(hw.exp! - hw.iat!).toBe(7200);
  });

  it('may be signed with a new key, beside which the old one stays', async () => {
    const before = String((await login()).json.id_token);
    server.rotateSigningKey();
    const after = String((await login()).json.id_token);
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
    for (const token of [before, after]) await jwtVerify(token, keySet());
  });

  it('is of the time that the server believes in', async () => {
    server.advance(86_400_000);
    await expect(jwtVerify(String((await login()).json.id_token), keySet())).rejects.toThrow('"nbf"');
  });
});

describe('a new id_token, dialect bc', () => {
  const refresh = (token: string, headers = {}) =>
    post(`${SDK}/sso/session-token/id-token`, '', { 'session-token': token, ...headers });

  it('comes with a new session_token, and the old one is dead', async () => {
    const old = await sessionToken();
    const { json } = await refresh(old);
    expect(json).toMatchObject({ expire: 43_200 });
    await jwtVerify(String(json.id_token), keySet());
    expect(json.session_token).not.toBe(old);
    expect(refusalOf(await refresh(old))).toBe('400 PARAM.0023');
    expect((await refresh(String(json.session_token))).status).toBe(200);
  });

  it('keeps the session_token if so set', async () => {
    server.settings.rotateSessionToken = false;
    const token = await sessionToken();
    server.advance(1_000_000);
    const { json } = await refresh(token);
    expect(json.session_token).toBe(token);
    expect([42_199, 42_200]).toContain(json.expire);
  });

  it('is refused without a living session of this browser and application', async () => {
    for (const token of ['', 'made-up']) expect(refusalOf(await refresh(token))).toBe('400 PARAM.0023');
    const token = await sessionToken();
    expect(refusalOf(await refresh(token, { 'X-device-fingerprint': 'other' }))).toBe('400 PARAM.0023');
    server.advance(43_201_000);
    expect(refusalOf(await refresh(token))).toBe('400 PARAM.0023');
  });
});

describe('a new id_token, dialect hw', () => {
  interface Parts {
    token: string;
    timestamp: string;
    nonce: string;
    oaepHash?: string;
  }

  async function sign({ token, timestamp, nonce, oaepHash = 'sha256' }: Parts): Promise<string> {
    const key = String((await get(`${SDK}/public-key`)).json.public_key);
    expect(key).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    const plain = Buffer.from(`session_token=${token}&timestamp=${timestamp}&nonce=${nonce}`);
    return publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, plain).toString(
      'base64',
    );
  }

  async function start(): Promise<Parts> {
    server.settings.dialect = 'hw';
    const token = await sessionToken();
    const timestamp = String((await get(`${SDK}/server-date`)).json.timestamp);
    return { token, timestamp, nonce: crypto.randomUUID() };
  }

  const refresh = (signature: string) =>
    post(`${SDK}/session-token/refresh-id-token`, '', { 'X-signature': signature });

  it('takes a signature once', async () => {
    const signature = await sign(await start());
    const { json } = await refresh(signature);
    expect(Object.keys(json)).toEqual(['id_token']);
    await jwtVerify(String(json.id_token), keySet());
    expect(refusalOf(await refresh(signature))).toBe('400 PARAM.0024');
  });

  it('wants a nonce never seen, a fresh moment, the right hash, the right session', async () => {
    const parts = await start();
    await refresh(await sign(parts));
    expect(refusalOf(await refresh(await sign(parts)))).toBe('400 PARAM.0024');
    const next = { ...parts, nonce: crypto.randomUUID() };
    const refused = async (change: Partial<Parts>) =>
      refusalOf(await refresh(await sign({ ...next, ...change })));
    expect(await refused({ oaepHash: 'sha1' })).toBe('400 PARAM.0024');
    expect(await refused({ timestamp: String(Number(parts.timestamp) - 301_000) })).toBe('400 PARAM.0024');
    expect(await refused({ timestamp: 'now' })).toBe('400 PARAM.0024');
    expect(await refused({ token: 'made-up' })).toBe('400 PARAM.0023');
    expect(refusalOf(await refresh(''))).toBe('400 PARAM.0024');
  });

  it('is over after the logout', async () => {
    const parts = await start();
    const signature = await sign(parts);
    expect(await get(`${SDK}/logout`, { 'X-signature': signature })).toMatchObject({ status: 200, text: '' });
    expect(refusalOf(await refresh(await sign({ ...parts, nonce: 'n2' })))).toBe('400 PARAM.0023');
  });

  it('may have the key under another name', async () => {
    Object.assign(server.settings, { dialect: 'hw', publicKeyField: 'publicKey' });
    expect(Object.keys((await get(`${SDK}/public-key`)).json)).toEqual(['publicKey']);
  });
});

describe('GET /api/v1/logout', () => {
  it('leads to a path of its own server, and nowhere else', async () => {
    const { status, headers } = await get('/api/v1/logout?redirect_url=/bye');
    expect([status, headers.get('location')]).toEqual([302, '/bye']);
    for (const target of ['https://evil.example', '//evil.example', '/\\evil.example', '']) {
      const answer = await get(`/api/v1/logout?redirect_url=${encodeURIComponent(target)}`);
      expect(answer.status).toBe(200);
    }
  });
});
