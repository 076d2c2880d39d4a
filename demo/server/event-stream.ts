import type { IncomingMessage, ServerResponse } from 'node:http';

/** A stream of server-sent events to one page. */
export interface EventStream {
  send(event: string, data: unknown): void;
  /** Called once the page has gone. */
  onClose(listener: () => void): void;
}

const HEARTBEAT_MS = 15_000;

/** Answers a request with a stream that lives until the page goes. */
export function openEventStream(req: IncomingMessage, res: ServerResponse): EventStream {
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  res.write('retry: 1000\n\n');
  const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  res.on('close', () => clearInterval(heartbeat));
  req.resume();
  return {
    send: (event, data) => void res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    onClose: (listener) => void res.on('close', listener),
  };
}
