import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestRunnerPlugin } from '@web/test-runner';

interface SecondOriginFile {
  type: string;
  body: string;
  /** For a CSP and the like. */
  headers?: Record<string, string>;
}

/** Scripts as they lie on the disk, byte for byte: the runner's own server translates what it serves. */
interface SecondOriginFolder {
  /** From the project's root. */
  folder: string;
  /** Until `/back` is asked for, its files are not there, the connection breaks, or nothing comes. */
  lost?: 'not-found' | 'reset' | 'held';
}

/**
 * Answers by path, e.g. `{ '/a.html': { type: 'text/html', body: '…' } }`. A path that ends with a slash is a folder of
 * scripts: `{ '/cdn/': { folder: 'dist/cdn' } }`.
 */
export type SecondOriginFiles = Record<string, SecondOriginFile | SecondOriginFolder>;

/** The runner's command `second-origin`: serves the files from an origin that is not the test page's, and gives it. */
export function secondOriginPlugin(): TestRunnerPlugin<SecondOriginFiles> {
  const servers: Server[] = [];
  return {
    name: 'second-origin',
    async executeCommand({ command, payload }) {
      if (command !== 'second-origin' || !payload) return undefined;
      const server = createOrigin(payload);
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    },
    serverStop() {
      for (const server of servers) server.close().closeAllConnections();
    },
  };
}

function createOrigin(files: SecondOriginFiles): Server {
  let isBack = false;
  const held: (() => void)[] = [];
  return createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const found = files[path] ?? files[folder];
    const lost = found && 'folder' in found && !isBack ? found.lost : undefined;
    const answer = (file: SecondOriginFile | null) => {
      const headers = { 'access-control-allow-origin': '*', 'content-type': file?.type ?? 'text/plain' };
      response.writeHead(file ? 200 : 404, { ...headers, ...file?.headers }).end(file?.body);
    };
    if (lost === 'reset') {
      response.socket?.resetAndDestroy();
    } else if (lost === 'held') {
      held.push(() => answer(read(found, path.slice(folder.length))));
    } else {
      answer(lost ? null : read(found, path.slice(folder.length)));
    }
    if (path === '/back') {
      isBack = true;
      for (const late of held.splice(0)) late();
    }
  });
}

function read(found: SecondOriginFiles[string] | undefined, name: string): SecondOriginFile | null {
  if (!found || !('folder' in found)) return found ?? null;
  const onDisk = join(found.folder, name);
  return name && existsSync(onDisk) ? { type: 'text/javascript', body: readFileSync(onDisk, 'utf8') } : null;
}
