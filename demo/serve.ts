/**
 * The demo's servers: the page on one origin, the CIAM server on another, Alipay on a third. The CIAM server's API is
 * behind the page's own origin as well, as a reverse proxy would mount it. `npm start` runs them; tests call `startDemo`.
 */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { startAlipay, type Alipay } from './alipay/alipay-server.js';
import { ALIPAY_APP_ID } from './alipay/authorize-request.js';
import type { DemoConfig } from './page/control.js';
import { closeServer, listen } from './listen.js';
import { createOneClickTokens } from './one-click-tokens.js';
import { startCiamServer, type CiamServer } from './server/ciam-server.js';
import { createControl } from './server/control.js';
import { createStaticFiles, type ServeFile } from './static-files.js';

const PORT = 5173;
const PORTS_TRIED = 20;
const CLIENT_ID = 'demo-client';
// The widget's area codes are the page's affair; the tenant lets all of these in.
const AREA_CODES = ['86', '852', '853', '886', '65', '1'];
const BUILT_PAGE = fileURLToPath(new URL('../dist/demo', import.meta.url));

// What a reverse proxy in front of a tenant forwards.
const FORWARDED = /^\/api\/(v2\/sdk\/|v3\/sdk\/login\/alipay$|v1\/)/;

/** Where the demo listens. */
export interface DemoOptions {
  /** The page's port; the next free one is taken if it is taken. Default 5173; 0 takes any. */
  port?: number;
  /** The CIAM server's port. Default 0: any. */
  ciamPort?: number;
  /** Alipay's port. Default 0: any. */
  alipayPort?: number;
  /** Default `localhost`: nobody else in the network gets in. */
  host?: string;
}

/** A running demo. */
export interface Demo {
  /** The page's address, with a slash at its end. */
  readonly url: string;
  readonly ciam: CiamServer;
  /** Address of Alipay's authorize page. */
  readonly alipayUrl: string;
  /** Closes all servers and every connection. */
  stop(): Promise<void>;
}

/** Starts the page's server, the CIAM server and Alipay. Rejects when `dist/demo` is not built. */
export async function startDemo({
  port = PORT,
  ciamPort = 0,
  alipayPort = 0,
  host = 'localhost',
}: DemoOptions = {}): Promise<Demo> {
  if (!existsSync(`${BUILT_PAGE}/index.html`))
    throw new Error('The page is not built yet: run "npm run build".');
  const origins: string[] = [];
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(stops.map((stopOne) => stopOne()));
  };
  try {
    const ciam = await startCiamServer({
      port: ciamPort,
      host,
      allowedOrigins: () => origins,
      settings: { areaCodes: AREA_CODES, smsHost: host },
    });
    stops.push(ciam.stop);
    const alipay = await startAlipay({
      port: alipayPort,
      // Not `localhost`: as in a real login it is another site, with which the page shares neither cookies nor storage.
      host: host === 'localhost' ? '127.0.0.1' : host,
      issueCode: ciam.issueAlipayCode,
      registeredOrigins: () => origins,
    });
    stops.push(alipay.stop);
    const server = createServer(createHandler(ciam, alipay));
    const found = await listen(server, port, host, PORTS_TRIED);
    stops.push(() => closeServer(server));
    origins.push(`http://localhost:${found}`, `http://127.0.0.1:${found}`);
    return { url: `${origins[0]}/`, ciam, alipayUrl: alipay.authorizeUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function createHandler(
  ciam: CiamServer,
  alipay: Alipay,
): (req: IncomingMessage, res: ServerResponse) => void {
  const control = createControl(ciam);
  const oneClickTokens = createOneClickTokens(ciam);
  const files = createStaticFiles(BUILT_PAGE, pageHeaders(ciam.origin));
  const config: DemoConfig = {
    ciamOrigin: ciam.origin,
    clientId: CLIENT_ID,
    alipayUrl: alipay.authorizeUrl,
    alipayAppId: ALIPAY_APP_ID,
  };
  return (req, res) => {
    const path = (req.url ?? '/').replace(/[?#].*$/s, '');
    if (path === '/_demo/config') sendConfig(config, res);
    else if (FORWARDED.test(path)) ciam.handler(req, res);
    else if (!oneClickTokens(req, res) && !control(req, res)) void sendFile(files, req, res);
  };
}

async function sendFile(files: ServeFile, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    sendText(res, 405, 'Files can only be read.');
    return;
  }
  try {
    if (!(await files(req, res))) sendText(res, 404, 'There is no such page.');
  } catch {
    sendText(res, 500, 'This file cannot be read.');
  }
}

function pageHeaders(ciamOrigin: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src data: 'self'",
    `connect-src 'self' ${ciamOrigin}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}

function sendConfig(config: DemoConfig, res: ServerResponse): void {
  res.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  res.end(JSON.stringify(config));
}

function sendText(res: ServerResponse, status: number, text: string): void {
  if (res.headersSent) return void res.destroy();
  res
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' })
    .end(text);
}

async function main(): Promise<void> {
  const demo = await startDemo();
  const { port } = new URL(demo.url);
  if (port !== String(PORT)) console.log(`Port ${PORT} is taken; using ${port}.`);
  console.log(`The demo is at ${demo.url} (Ctrl-C stops it)`);
  const stop = (): void => void demo.stop().then(() => exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    exit(1);
  });
}
