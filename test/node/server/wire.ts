import { request, type IncomingMessage } from 'node:http';
import { DEVICE, PAGE } from './support.js';

/** What a client saw, down to the connection. */
export interface Seen {
  status: number | null;
  headers: IncomingMessage['headers'];
  text: string;
  /** Why it ended early: `patience`, a system's error code; `null` if the answer was whole. */
  error: string | null;
  /** Milliseconds to the end of it. */
  took: number;
}

/** How to ask. */
export interface WireOptions {
  method?: string;
  headers?: Record<string, string>;
  /** Milliseconds after which the client gives up. */
  patience?: number | undefined;
}

/** Asks on a connection of its own and notes everything that can be seen of the answer. Never rejects. */
export function watchWire(address: string, options: WireOptions = {}): Promise<Seen> {
  const { method = 'GET', headers = DEVICE, patience = 5000 } = options;
  const start = performance.now();
  const seen: Seen = { status: null, headers: {}, text: '', error: null, took: 0 };
  const note = (error: string): string => (seen.error ??= error);
  return new Promise((resolve) => {
    const finish = (): void => resolve({ ...seen, took: performance.now() - start });
    const req = request(address, { method, headers: { origin: PAGE, ...headers }, agent: false });
    const timer = setTimeout(() => {
      note('patience');
      req.destroy();
    }, patience);
    req.on('response', (res) => {
      Object.assign(seen, { status: res.statusCode, headers: res.headers });
      res.on('data', (chunk: Buffer) => (seen.text += chunk.toString()));
      res.on('error', (error: NodeJS.ErrnoException) => note(error.code ?? error.message));
      res.on('close', () => {
        if (!res.complete) note('incomplete');
        finish();
      });
    });
    req.on('error', (error: NodeJS.ErrnoException) => {
      note(error.code ?? error.message);
      if (seen.status === null) finish();
    });
    req.on('close', () => clearTimeout(timer));
    req.end();
  });
}
