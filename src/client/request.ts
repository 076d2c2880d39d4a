import { CiamError, Abandoned } from '../protocol/errors.js';
import { type SessionProof, ciamHeaders } from '../protocol/headers.js';
import { readJsonObject } from '../protocol/json.js';
import { readRefusal, readServerCode } from '../protocol/refusal.js';
import type { CallOptions, CiamClient } from './client.js';
import { readText } from './read-text.js';

/** One call of the API. */
export interface CallSpec extends CallOptions {
  /** Below the tenant's address, e.g. `/api/v2/sdk/captcha`. */
  path: string;
  /** Makes the call a POST with this JSON body. */
  body?: Readonly<Record<string, string>>;
  /** What proves a session in the calls after a login (API, section 6). */
  proof?: SessionProof | undefined;
}

/**
 * Makes one call and gives its body as text. It is made once: a POST may have spent a code even when its
 * answer was lost, so nothing here ever repeats it.
 *
 * @throws {CiamError} whatever the server refuses, `network`, `timeout`, `bad-response` over 1 MiB.
 *   A cancelled call rejects with the reason of the caller's signal.
 */
export async function request(client: CiamClient, spec: CallSpec): Promise<string> {
  // Own fields only: what has got into `Object.prototype` must not decide what is sent.
  const own = { __proto__: null, ...spec };
  own.signal?.throwIfAborted();
  return exchange(client, client.baseUrl + own.path, await requestInit(client, own), own);
}

/**
 * Makes a call that is answered with nothing: a page of HTML means that something between us and the server answered
 * instead.
 *
 * @throws As {@link request} does; `bad-response`.
 */
export async function requestNothing(client: CiamClient, spec: CallSpec): Promise<void> {
  const text = await request(client, spec);
  if (text.trim() && !readJsonObject(text)) throw new CiamError('bad-response', { httpStatus: 200 });
}

/**
 * One request and its answer, within one time limit; what {@link request} does with the headers of the API, and a
 * call to somewhere else without.
 *
 * @throws As {@link request} does.
 */
export async function exchange(
  client: CiamClient,
  url: string,
  init: RequestInit,
  { signal }: CallOptions,
): Promise<string> {
  const { device } = client;
  signal?.throwIfAborted();

  // The cause of a failure is the reason of our own signal, never `error.name`: Firefox says AbortError where
  // Chromium says TimeoutError.
  const controller = new AbortController();
  const cancel = () => {
    controller.abort(signal?.reason);
  };
  const timer = setTimeout(() => {
    controller.abort(new CiamError('timeout'));
  }, client.timeout);
  signal?.addEventListener('abort', cancel);
  try {
    const response = await device.fetch(url, { ...init, signal: controller.signal });
    const text = await readText(response);
    if (response.ok && !readServerCode(text)) return text;
    throw readRefusal({
      status: response.status,
      text,
      retryAfter: response.headers.get('Retry-After'),
      now: device.now(),
    });
  } catch (cause) {
    controller.signal.throwIfAborted();
    if (cause instanceof CiamError) throw cause;
    const left = await device.isLeaving();
    signal?.throwIfAborted();
    if (left) throw new Abandoned();
    throw new CiamError('network', { cause, subject: device.isOnline() ? null : 'offline' });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    // Whatever is still on its way of an answer that nobody reads any more.
    controller.abort();
  }
}

async function requestInit(client: CiamClient, { body, stateToken, proof }: CallSpec): Promise<RequestInit> {
  const post = body !== undefined;
  const headers = ciamHeaders({
    ...client,
    ...(await client.device.data()),
    userAgent: client.device.userAgent,
    stateToken,
    proof,
    post,
  });
  return {
    method: post ? 'POST' : 'GET',
    headers,
    body: post ? JSON.stringify(body) : null,
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
  };
}
