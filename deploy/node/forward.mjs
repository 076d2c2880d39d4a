import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, request as secureRequest } from 'node:https';
import { pipeline } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { createGzip } from 'node:zlib';
import { answerJson } from './answer-json.mjs';

const MAX_BODY = 16 * 1024;
// Together less than the widget's own 15 s, so that it hears an answer.
const LIMIT_MS = 12_000;
// Shorter than the tenant keeps a connection: a POST that meets one just being closed is lost, and never repeated.
const KEPT = { keepAlive: true, timeout: 10_000 };

/** These go to the tenant and no others: no cookie of the page's, and no Origin, which a tenant may not know. */
const SENT = [
  ...[
    'accept',
    'user-agent',
    'content-type',
    'x-operating-sys-version',
    'x-device-fingerprint',
    'x-agent',
    'x-l',
  ],
  ...['x-client-id', 'x-tenant-id', 'x-state-token', 'session-token', 'x-signature'],
];
/** And these come back: no cookie for this site, nothing that this server says itself. */
const RETURNED = ['content-type', 'retry-after'];

/**
 * Makes the way to the tenant. A call is made once: a POST may have spent a code even when its answer was lost.
 *
 * @param {string} tenant Its address.
 * @param {string} [ca] Authorities to trust besides Node's own.
 * @returns {(
 *   request: import('node:http').IncomingMessage,
 *   response: import('node:http').ServerResponse,
 *   address: string,
 * ) => Promise<void>} `address` is who is calling.
 */
export function createForward(tenant, ca) {
  const base = new URL(tenant);
  const isSecure = base.protocol === 'https:';
  const agent = isSecure
    ? new Agent({ ...KEPT, ...(ca !== undefined && { ca: [...rootCertificates, ca] }) })
    : new PlainAgent(KEPT);
  const send = isSecure ? secureRequest : plainRequest;

  return async (request, response, address) => {
    if (request.readableEnded || request.readableDidRead) {
      answerJson(response, 500, 'The body was read already: mount this before whatever reads bodies.');
      return;
    }
    const end = new AbortController();
    const limit = setTimeout(() => end.abort(), LIMIT_MS);
    response.on('close', () => {
      clearTimeout(limit);
      end.abort();
    });
    const body = await readBody(request, end.signal);
    if (!body || body.length > MAX_BODY) {
      response.setHeader('Connection', 'close'); // the rest of it is not read
      if (body) answerJson(response, 413, 'Too much was sent.');
      else answerJson(response, 408, 'It took too long.');
      return;
    }
    const headers = {
      ...pick(request.headers, SENT),
      ...(body.length > 0 && { 'content-length': body.length }),
      host: base.hostname,
      // Who it is, is said here, whatever the browser says.
      'x-device-ip': address,
      'x-forwarded-for': address,
    };
    const { method = 'GET', url = '/' } = request;
    const options = { agent, method, headers, servername: base.hostname, signal: end.signal };
    const call = send(new URL(url, base), options);
    call.on('error', () => answerJson(response, 503, 'The login service does not answer.'));
    call.on('response', (answer) => {
      giveBack(answer, request, response);
    });
    call.end(body);
  };
}

/**
 * @param {import('node:http').IncomingMessage} answer
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function giveBack(answer, request, response) {
  response.setHeaders(new Headers(pick(answer.headers, RETURNED)));
  const isJson = /json/.test(String(answer.headers['content-type']));
  const isPacked = isJson && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  const packed = { 'Content-Encoding': 'gzip', Vary: 'Origin, Accept-Encoding' };
  response.writeHead(answer.statusCode ?? 502, isPacked ? packed : {});
  pipeline([answer, ...(isPacked ? [createGzip()] : []), response], () => undefined);
}

/**
 * The whole body; as much as shows that it is too large; or null where it does not come in time.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {AbortSignal} signal
 * @returns {Promise<Buffer | null>}
 */
async function readBody(request, signal) {
  /** @type {Buffer[]} */
  const parts = [];
  let size = 0;
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(null);
    });
    request.on('data', (/** @type {Buffer} */ part) => {
      if (size <= MAX_BODY) parts.push(part);
      size += part.length;
      if (size > MAX_BODY) resolve(Buffer.concat(parts));
    });
    request.on('end', () => {
      resolve(Buffer.concat(parts));
    });
  });
}

/**
 * @param {NodeJS.Dict<string | string[]>} headers
 * @param {readonly string[]} names
 * @returns {Record<string, string>}
 */
function pick(headers, names) {
  const found = names.filter((name) => headers[name]);
  return Object.fromEntries(found.map((name) => [name, String(headers[name])]));
}
