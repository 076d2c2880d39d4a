/**
 * A page's own server in front of the tenant, as `nginx.conf` is one, in Node without any package:
 *
 *     CIAM_TENANT=tenant.example.com CIAM_PAGES=dist CIAM_PROXIES=1 PORT=8080 node node-server.mjs
 *
 * It speaks plain HTTP: what ends TLS stands before it. docs/deployment.md tells the rest.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { argv, env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { addressBehind, callerOf } from './node/address.mjs';
import { answerJson } from './node/answer-json.mjs';
import { createFiles } from './node/files.mjs';
import { createForward } from './node/forward.mjs';
import { createSendLimit } from './node/send-limit.mjs';

// One spelling of each: an address that a tenant reads as another one would not be counted.
const CALL = /^\/api\/(v2\/sdk(\/[a-z0-9]+(-[a-z0-9]+)*)+|v3\/sdk\/login\/alipay|v1\/oauth2\/keys)$/;
const SEND = /^\/api\/v2\/sdk\/(sms|email)\/send$/;

/** docs/csp.md says what each word is for. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
  'trusted-types lit-html';

/** docs/cors.md has the same list. */
const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers':
    'content-type, x-operating-sys-version, x-device-fingerprint, x-device-ip, x-agent, x-l, x-client-id, ' +
    'x-tenant-id, x-state-token, session-token, x-signature',
  'Access-Control-Max-Age': '7200',
};

/**
 * Makes the handler: for `createServer`, or among others of a server that there is already.
 *
 * @param {object} options
 * @param {string} options.tenant Its address, e.g. `https://tenant.example.com`.
 * @param {string} options.pages The folder with the page and the widget's files.
 * @param {string} [options.origin] The one other origin whose pages may call.
 * @param {(request: import('node:http').IncomingMessage) => string} [options.addressOf] Who is calling. Behind one
 *   proxy `addressBehind(1)` of `node/address.mjs`. Where it gives no address, it is whoever is connected.
 * @param {string} [options.ca] Authorities to trust besides Node's own.
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 */
export function createFront({ tenant, pages, origin = '', addressOf = addressBehind(0), ca }) {
  const forward = createForward(tenant, ca);
  const files = createFiles(pages);
  const mayTake = createSendLimit();

  /** @type {(...call: Parameters<import('node:http').RequestListener>) => Promise<void>} */
  const answer = async (request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*$/s, '');
    const isAllowed = origin !== '' && request.headers.origin === origin;
    response.setHeaders(
      new Headers({
        'Strict-Transport-Security': 'max-age=31536000',
        'X-Content-Type-Options': 'nosniff',
        // The callback's query is nobody's business, but the H5 SDK for one tap wants to see the origin.
        'Referrer-Policy': 'strict-origin',
        'Content-Security-Policy': POLICY,
        'Cache-Control': path.startsWith('/api/') ? 'no-store' : 'no-cache',
        Vary: 'Origin',
        ...(isAllowed && {
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Expose-Headers': 'Retry-After',
        }),
      }),
    );
    if (!path.startsWith('/api/')) return files(request, response, path);
    if (!CALL.test(path)) return void response.writeHead(404).end();
    if (request.method === 'OPTIONS')
      return void response.writeHead(isAllowed ? 204 : 403, isAllowed ? PREFLIGHT : {}).end();
    if (request.method !== 'GET' && request.method !== 'POST') return void response.writeHead(405).end();
    const address = callerOf(request, addressOf);
    const wait = SEND.test(path) && request.method === 'POST' ? mayTake(address) : 0;
    if (wait === 0) return forward(request, response, address);
    response.setHeader('Retry-After', wait);
    answerJson(response, 429, 'Too many messages were asked for.');
  };
  return (request, response) => {
    // One call that goes wrong must not end the server.
    answer(request, response).catch((/** @type {unknown} */ error) => {
      console.error(error);
      answerJson(response, 500, 'Something went wrong.');
    });
  };
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const { CIAM_TENANT = '', CIAM_TENANT_PORT = '443', CIAM_PAGES = 'dist', CIAM_ORIGIN = '' } = env;
  const { CIAM_AUTHORITIES, CIAM_PROXIES = '0', HOST = '127.0.0.1', PORT = '8080' } = env;
  const front = createFront({
    tenant: `https://${CIAM_TENANT}:${CIAM_TENANT_PORT}`,
    pages: CIAM_PAGES,
    origin: CIAM_ORIGIN,
    addressOf: addressBehind(Number(CIAM_PROXIES)),
    ...(CIAM_AUTHORITIES && { ca: readFileSync(CIAM_AUTHORITIES, 'utf8') }),
  });
  // A body that comes slower than this is not waited for.
  const server = createServer({ requestTimeout: 15_000 }, front);
  server.listen(Number(PORT), HOST, () => {
    console.log('listening', server.address());
  });
}
