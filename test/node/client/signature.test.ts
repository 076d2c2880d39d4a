import { constants, createPrivateKey, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CiamClient } from '../../../src/client/client.js';
import { logout, refreshIdToken } from '../../../src/client/session.js';
import { createSignature } from '../../../src/client/signature.js';
import { readIdToken } from '../../../src/protocol/id-token.js';
import type { Session } from '../../../src/protocol/login-answer.js';
import { begunSession } from '../support/begun-session.js';
import { caught } from '../support/caught.js';
import { SDK, startClientBench } from '../support/client-bench.js';

const { server, connect, count } = await startClientBench();
const HW = `${SDK}/session-token/refresh-id-token`;
const PUBLIC_KEY = `${SDK}/public-key`;
const SERVER_DATE = `${SDK}/server-date`;

/** A session that is then used in Huawei's dialect. */
async function logInHw(): Promise<{ client: CiamClient; session: Session }> {
  const client = connect();
  const session = await begunSession(client);
  server.settings.dialect = 'hw';
  return { client, session };
}

const codeOf = async (act: () => unknown) => (await caught(act)).code;

afterEach(() => void vi.unstubAllGlobals());

describe('Huawei’s signature', () => {
  /** What the server would find in a signature, with a key of the test's own. */
  async function opened(client: CiamClient, token: string, field = 'k', pem = true): Promise<string> {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const text = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const bare = text.replace(/-----.*-----|\s/g, '');
    server.faults.set(PUBLIC_KEY, {
      kind: 'body',
      // What only holds a key is none.
      body: JSON.stringify({ code: 'MIIB', old: `x${bare}`, older: `${bare}.`, [field]: pem ? text : bare }),
    });
    const signature = await createSignature(client, token);
    const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    return privateDecrypt({ key, ...padding }, Buffer.from(signature, 'base64')).toString();
  }

  it('is the session token, the server’s time and a nonce', async () => {
    const { client } = await logInHw();
    server.advance(-86_400_000);
    const texts = [await opened(client, 's+/=&t'), await opened(client, 's+/=&t', 'publicKey', false)];
    for (const text of texts) {
      expect(text).toMatch(/^session_token=s\+\/=&t&timestamp=\d{13}&nonce=[\da-f]{32}$/);
      const timestamp = Number(/timestamp=(\d+)/.exec(text)![1]);
      expect(Math.abs(timestamp - (Date.now() - 86_400_000))).toBeLessThan(60_000);
    }
    expect(texts[0]!.slice(-32)).not.toBe(texts[1]!.slice(-32));
  });

  it.each(['public_key', 'publicKey', 'data', 'key', 'pem', '公钥'])(
    'finds the key in the field %s',
    async (publicKeyField) => {
      const { client, session } = await logInHw();
      Object.assign(server.settings, { publicKeyField });
      const renewed = await refreshIdToken(client, session, 'hw');
      expect(readIdToken(renewed.idToken!, {})).toMatchObject({ api: { userName: 'li.lei' } });
    },
  );

  const DER = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({
    type: 'spki',
    format: 'der',
  });
  it.each([
    ...['', '{}', '[]', '<html>', '{"key":null}', '{"key":5}', '{"key":{"pem":"MI"}}', '{"key":"MI"}'],
    ...[`{"key":"${'MI'.repeat(200)}"}`, `{"key":"MI${'A'.repeat(399)}"}`, `{"key":"MI${'_'.repeat(398)}"}`],
    `{"__proto__":{"key":"MI${'A'.repeat(398)}"}}`,
    // Too short for what has to go into it.
    JSON.stringify({ key: DER.toString('base64') }),
  ])('promise N4: %.40s is no key', async (body) => {
    const { client, session } = await logInHw();
    server.faults.set(PUBLIC_KEY, { kind: 'body', body });
    const error = await caught(() => refreshIdToken(client, session, 'hw'));
    expect(error).toMatchObject({ code: 'bad-response', httpStatus: 200 });
    expect(count(HW)).toBe(0);
  });

  it.each([
    '{}',
    '{"timestamp":""}',
    '{"timestamp":null}',
    '{"timestamp":true}',
    '{"timestamp":[5]}',
    '{"timestamp":"now"}',
    '{"timestamp":-1}',
    '{"timestamp":1.5}',
    '<html>',
    '[]',
  ])('promise N4: %s is no time', async (body) => {
    const { client, session } = await logInHw();
    server.faults.set(SERVER_DATE, { kind: 'body', body });
    expect(await codeOf(() => refreshIdToken(client, session, 'hw'))).toBe('bad-response');
    expect(count(HW)).toBe(0);
  });

  it('takes a time that is a number, too', async () => {
    const { client, session } = await logInHw();
    server.faults.set(SERVER_DATE, { kind: 'body', body: JSON.stringify({ timestamp: Date.now() }) });
    expect((await refreshIdToken(client, session, 'hw')).idToken).not.toBeNull();
  });

  it('promise N4: does not fit a session token that is too long for any key', async () => {
    const { client, session } = await logInHw();
    const long = { ...session, sessionToken: 'x'.repeat(500) };
    expect(await codeOf(() => refreshIdToken(client, long, 'hw'))).toBe('bad-response');
  });

  it('promise D7: cannot be made where there is no cryptography: nothing is sent', async () => {
    const { client, session } = await logInHw();
    server.journal.clear();
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    for (const act of [() => refreshIdToken(client, session, 'hw'), () => logout(client, session)])
      expect(await caught(act)).toMatchObject({ code: 'config', subject: 'https' });
    expect(server.journal.list()).toEqual([]);
  });
});
