import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { closeServer, listen } from '../../../demo/listen.js';
import type { FrontOptions, StartFront } from './front.js';

const CONF = new URL('../../../deploy/nginx.conf', import.meta.url);
const LIMIT_MS = 5000;

/** Gives the start of the real nginx with `deploy/nginx.conf`, in which nothing but its placeholders is replaced. */
export function nginxStarter(nginx: string): StartFront {
  return async (options) => {
    const port = await freePort();
    const { work, change = (conf: string) => conf } = options;
    writeFileSync(`${work}/shop.conf`, change(fillIn(readFileSync(CONF, 'utf8'), values(options, port))));
    writeFileSync(`${work}/nginx.conf`, aroundIt(options));
    const args = ['-p', work, '-c', `${work}/nginx.conf`, '-e', 'stderr'];
    // One process, of the user who runs the tests.
    const child = spawn(nginx, [...args, '-g', 'daemon off; master_process off;'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    await listening(child, port);
    return {
      origin: `http://127.0.0.1:${port}`,
      pid: child.pid!,
      log: () => (existsSync(`${work}/access.log`) ? readFileSync(`${work}/access.log`, 'utf8') : ''),
      stop: async () => {
        process.off('exit', end);
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      },
    };
  };
}

/** What Debian's own `nginx.conf` says around the files of `conf.d`, with folders that anybody may write to. */
function aroundIt({ work, proxies }: FrontOptions): string {
  const believed = 'set_real_ip_from 127.0.0.1; real_ip_header X-Forwarded-For;';
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${work}/${name};`,
  );
  return `pid ${work}/pid; events {} http { ${folders.join(' ')} ${proxies ? believed : ''}
    include /etc/nginx/mime.types; default_type application/octet-stream; include ${work}/shop.conf; }`;
}

function values(options: FrontOptions, port: number): Record<string, string> {
  return {
    CIAM_TENANT: 'localhost',
    CIAM_TENANT_PORT: String(options.tenantPort),
    CIAM_AUTHORITIES: options.certificate,
    CIAM_SITE: 'localhost',
    CIAM_LISTEN: `127.0.0.1:${port} ${options.listen ?? ''}`,
    CIAM_CERTIFICATE: options.certificate,
    CIAM_CERTIFICATE_KEY: options.key,
    CIAM_PAGES: options.pages,
    CIAM_LOG: `${options.work}/access.log`,
    CIAM_ORIGIN: options.allowedOrigin,
  };
}

/** As `envsubst` does. */
function fillIn(conf: string, known: Record<string, string>): string {
  return conf.replace(/\$\{(CIAM_\w+)\}/g, (_all, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`nothing to put in for ${name}`);
    return value;
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, 0, '127.0.0.1');
  await closeServer(server);
  return port;
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const end = Date.now() + LIMIT_MS;
  while (child.exitCode === null && Date.now() < end) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await wait(20);
  }
  child.kill('SIGKILL');
  throw new Error(`nginx did not start: ${said}`);
}
