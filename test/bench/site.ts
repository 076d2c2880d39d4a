import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { closeServer, listen } from '../../demo/listen.js';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
const HOST = '127.0.0.1';

/** Serves whatever is measured, all of it with the same headers and compressed alike, from memory. */
export class Site {
  readonly origin: string;
  readonly #stop: () => Promise<void>;
  readonly #bodies: Map<string, Body>;

  private constructor(origin: string, bodies: Map<string, Body>, stop: () => Promise<void>) {
    this.origin = origin;
    this.#bodies = bodies;
    this.#stop = stop;
  }

  static async start(): Promise<Site> {
    const bodies = new Map<string, Body>();
    const server = createServer((request, response) => {
      const path = request.url?.replace(/\?.*/, '') ?? '';
      const body = bodies.get(path) ?? bodies.get(path.replace(/\/[^/]*$/, '/*'));
      if (!body) return void response.writeHead(404).end();
      response.writeHead(200, {
        'Content-Type': body.type,
        'Content-Encoding': 'br',
        'Content-Length': body.packed.length,
        'Cache-Control': 'no-store',
      });
      response.end(body.packed);
    });
    const port = await listen(server, 0, HOST);
    return new Site(`http://${HOST}:${port}`, bodies, () => closeServer(server));
  }

  /** @param path Its end says what it is; with `/*` there, whatever is asked for in that folder is this JSON. */
  add(path: string, content: string): void {
    const type = TYPES[/\.(\w+)$/.exec(path)?.[1] ?? 'json'] ?? 'application/octet-stream';
    this.#bodies.set(path, { type, packed: brotliCompressSync(content) });
  }

  stop(): Promise<void> {
    return this.#stop();
  }
}

interface Body {
  readonly type: string;
  readonly packed: Buffer;
}
