import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a test wants to look at it. */
export interface Asked {
  path: string;
  /** As it was sent, without the question mark. */
  query: string;
  referer: string | undefined;
}

/** A running server with an origin of its own. */
export interface Origin {
  readonly origin: string;
  /** Everything that was asked for, oldest first. */
  readonly asked: readonly Asked[];
  stop(): Promise<void>;
}

/**
 * Listens on a free port of loopback.
 *
 * @param host how the origin is called: `127.0.0.1` and `localhost` are two sites to a browser
 */
export async function listen(
  host: '127.0.0.1' | 'localhost',
  answer: (asked: Asked, response: ServerResponse) => void,
): Promise<Origin> {
  const all: Asked[] = [];
  const server = createServer((request, response) => {
    const [path = '/', ...query] = (request.url ?? '/').split('?');
    const asked = { path, query: query.join('?'), referer: request.headers.referer };
    all.push(asked);
    answer(asked, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    asked: all,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
