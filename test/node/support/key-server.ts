import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CompactSign, type CryptoKey, type JWK, exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeEach } from 'vitest';

/** One answer of a key server: a key set, any text, or whatever else it does with the request. */
type KeyAnswer = { keys: unknown } | string | ((request: IncomingMessage, response: ServerResponse) => void);

/** A small server of keys in the hands of the test. */
export interface KeyServer {
  readonly url: string;
  /** What arrived, since the test began. */
  readonly requests: IncomingMessage[];
  /** Answers in this order; the last one from then on. */
  answer(...answers: KeyAnswer[]): void;
}

/** Starts one for a test file. */
export async function startKeyServer(): Promise<KeyServer> {
  let answers: KeyAnswer[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? '';
    if (typeof answer === 'function') answer(request, response);
    else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  beforeEach(() => {
    answers = [];
    requests.length = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    requests,
    answer: (...next) => void (answers = next),
  };
}

/** An answer with this status and nothing else. */
export function status(code: number): KeyAnswer {
  return (_, response) => void response.writeHead(code).end();
}

/** A pair of keys, and what it signs. */
export interface Signer {
  readonly alg: string;
  readonly kid: string;
  readonly publicKey: CryptoKey;
  /** The public key as a key set holds it. */
  readonly jwk: JWK;
  /** A token of these claims, or of this text or these bytes. */
  sign(claims: unknown, header?: object): Promise<string>;
}

export async function createSigner(alg = 'RS256', kid = 'k-1'): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return {
    alg,
    kid,
    publicKey,
    jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' },
    sign(claims, header = {}) {
      const isRaw = typeof claims === 'string' || claims instanceof Uint8Array;
      const payload = isRaw ? claims : JSON.stringify(claims);
      return new CompactSign(typeof payload === 'string' ? new TextEncoder().encode(payload) : payload)
        .setProtectedHeader({ alg, kid, ...header })
        .sign(privateKey);
    },
  };
}
