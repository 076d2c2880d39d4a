/** Beginning and end of an HTTP server's time on a port. */
import type { Server } from 'node:http';

/** Listens on `port` (0: any free one), or on one of the `more` after it where it is taken; resolves to the port. */
export async function listen(server: Server, port: number, host: string, more = 0): Promise<number> {
  // `localhost` may mean ::1 as well, and a page would then be somewhere else for each browser.
  const address = host === 'localhost' ? '127.0.0.1' : host;
  for (let next = port; ; next++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(next, address, () => {
          server.off('error', reject);
          resolve();
        });
      });
      const bound = server.address();
      return typeof bound === 'object' && bound ? bound.port : next;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || next >= port + more) throw error;
      server.removeAllListeners('error');
    }
  }
}

/** Ends a server and every connection to it: event streams and slow answers do not end by themselves. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
