import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { closeServer, listen } from '../../demo/listen.js';
import { createStaticFiles } from '../../demo/static-files.js';
import type { App } from './apps.js';
import { endGroup } from './command.js';

const HOST = '127.0.0.1';
const START_LIMIT_MS = 30_000;

/** An app that can be visited. */
export interface Site {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves what was built, from an origin of its own. */
export function serve(app: App, folder: string): Promise<Site> {
  return app.output === undefined ? startNext(folder) : serveFiles(join(folder, app.output));
}

async function serveFiles(root: string): Promise<Site> {
  const files = createStaticFiles(root, {});
  const server = createServer((request, response) => {
    void files(request, response).then((found) => {
      if (!found) response.writeHead(404).end();
    });
  });
  const port = await listen(server, 0, HOST);
  return { origin: `http://${HOST}:${port}`, stop: () => closeServer(server) };
}

async function startNext(folder: string): Promise<Site> {
  const probe = createServer();
  const port = await listen(probe, 0, HOST);
  await closeServer(probe);
  const origin = `http://${HOST}:${port}`;
  const child = spawn('node', ['node_modules/next/dist/bin/next', 'start', '-H', HOST, '-p', String(port)], {
    cwd: folder,
    stdio: 'ignore',
    detached: true,
  });
  const end = () => endGroup(child.pid);
  process.once('exit', end);
  const stop = () => {
    process.off('exit', end);
    end();
    return Promise.resolve();
  };
  const limit = Date.now() + START_LIMIT_MS;
  while (
    !(await fetch(origin).then(
      () => true,
      () => false,
    ))
  ) {
    if (Date.now() > limit) {
      await stop();
      throw new Error('next start did not begin to answer');
    }
    await wait(100);
  }
  return { origin, stop };
}
