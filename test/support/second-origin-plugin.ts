import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestRunnerPlugin } from '@web/test-runner';

/** Answers by path, e.g. `{ '/a.html': { type: 'text/html', body: '…' } }`; `headers` for a CSP and the like. */
export type SecondOriginFiles = Record<
  string,
  { type: string; body: string; headers?: Record<string, string> }
>;

/** The runner's command `second-origin`: serves the files from an origin that is not the test page's, and gives it. */
export function secondOriginPlugin(): TestRunnerPlugin<SecondOriginFiles> {
  const servers: Server[] = [];
  return {
    name: 'second-origin',
    async executeCommand({ command, payload }) {
      if (command !== 'second-origin' || !payload) return undefined;
      const server = createServer((request, response) => {
        const file = payload[(request.url ?? '').split('?')[0] ?? ''];
        const headers = { 'access-control-allow-origin': '*', 'content-type': file?.type ?? 'text/plain' };
        response.writeHead(file ? 200 : 404, { ...headers, ...file?.headers }).end(file?.body);
      });
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    },
    serverStop() {
      for (const server of servers) server.close().closeAllConnections();
    },
  };
}
