/**
 * The demo's server: the page on one origin, the CIAM server on another, and that server's API behind the page's own
 * origin as well, as a reverse proxy would mount it. `npm start` runs it; tests call `startDemo`.
 */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { startCiamServer, type CiamServer } from './server/ciam-server.js';
import { createControl } from './server/control.js';
import { ALIPAY_PATH, createStandIns } from './stand-ins.js';
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
  /** Default `localhost`: nobody else in the network gets in. */
  host?: string;
}

/** A running demo. */
export interface Demo {
  /** The page's address, with a slash at its end. */
  readonly url: string;
  readonly ciam: CiamServer;
  /** Closes both servers and every connection. */
  stop(): Promise<void>;
}

/** Starts the page's server and the CIAM server. Rejects when `dist/demo` is not built. */
export async function startDemo({
  port = PORT,
  ciamPort = 0,
  host = 'localhost',
}: DemoOptions = {}): Promise<Demo> {
  if (!existsSync(`${BUILT_PAGE}/index.html`))
    throw new Error('The page is not built yet: run "npm run build".');
  const origins: string[] = [];
  const ciam = await startCiamServer({
    port: ciamPort,
    host,
    allowedOrigins: () => origins,
    settings: { areaCodes: AREA_CODES, smsHost: host },
  });
  const server = createServer(createHandler(ciam));
  try {
    const found = await listenFrom(server, port, host);
    origins.push(`http://localhost:${found}`, `http://127.0.0.1:${found}`);
    return { url: `${origins[0]}/`, ciam, stop: () => stopAll(server, ciam) };
  } catch (error) {
    await ciam.stop();
    throw error;
  }
}

function createHandler(ciam: CiamServer): (req: IncomingMessage, res: ServerResponse) => void {
  const control = createControl(ciam);
  const standIns = createStandIns(ciam);
  const files = createStaticFiles(BUILT_PAGE, pageHeaders(ciam.origin));
  return (req, res) => {
    const path = (req.url ?? '/').replace(/[?#].*$/s, '');
    if (path === '/_demo/config') sendConfig(ciam, res);
    else if (FORWARDED.test(path)) ciam.handler(req, res);
    else if (!standIns(req, res) && !control(req, res)) void sendFile(files, req, res);
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

function sendConfig(ciam: CiamServer, res: ServerResponse): void {
  res.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  res.end(JSON.stringify({ ciamOrigin: ciam.origin, clientId: CLIENT_ID, alipayPath: ALIPAY_PATH }));
}

function sendText(res: ServerResponse, status: number, text: string): void {
  if (res.headersSent) return void res.destroy();
  res
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' })
    .end(text);
}

/** Listens on the first free port from `first` on. */
async function listenFrom(server: Server, first: number, host: string): Promise<number> {
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        const address = host === 'localhost' ? '127.0.0.1' : host;
        server.once('error', reject).listen(port, address, () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port >= first + PORTS_TRIED) throw error;
      server.removeAllListeners('error');
    }
  }
}

async function stopAll(server: Server, ciam: CiamServer): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // Event streams never end by themselves.
  server.closeAllConnections();
  await Promise.all([closed, ciam.stop()]);
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
