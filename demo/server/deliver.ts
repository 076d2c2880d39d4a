import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.js';
import { json, type Reply } from './reply.js';
import { spoil } from './spoil.js';

/** How an answer goes out. */
export interface Delivery {
  res: ServerResponse;
  /** The right answer; `null` if the call was not carried out. */
  reply: Reply | null;
  fault: Fault | null;
  /** CORS headers of the answer. */
  cors: Record<string, string>;
  /** Told the status just before it is sent, or `null` when none ever will be. */
  settle(status: number | null): void;
}

function half(text: string): Buffer {
  const bytes = Buffer.from(text);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

function writeHead({ res, cors, settle }: Delivery, reply: Reply, length: number | null): void {
  settle(reply.status);
  const bodyless = reply.status === 204 || reply.status === 304;
  const contentLength = length === null || bodyless ? {} : { 'content-length': String(length) };
  res.writeHead(reply.status, { 'cache-control': 'no-store', ...reply.headers, ...contentLength, ...cors });
}

function drip(res: ServerResponse, body: Buffer, ms: number): void {
  let sent = 0;
  res.flushHeaders();
  const timer = setInterval(() => {
    if (sent >= body.length) {
      clearInterval(timer);
      res.end();
      return;
    }
    res.write(body.subarray(sent, sent + 1));
    sent += 1;
  }, ms);
  res.on('close', () => clearInterval(timer));
}

function reset(res: ServerResponse): void {
  const { socket } = res;
  if (socket === null) res.destroy();
  else socket.resetAndDestroy();
}

function writeWhole(delivery: Delivery, reply: Reply): void {
  const body = Buffer.from(reply.body);
  writeHead(delivery, reply, body.length);
  delivery.res.end(body);
}

/** Sends an answer, spoiled by the fault if there is one. */
export function deliver(delivery: Delivery): void {
  const { res, fault, settle } = delivery;
  const right = delivery.reply ?? json({});
  if (res.destroyed) {
    settle(null);
    return;
  }
  switch (fault?.kind) {
    case 'hang':
      settle(null);
      break;
    case 'reset':
      settle(null);
      reset(res);
      break;
    case 'hang-body':
      writeHead(delivery, right, Buffer.byteLength(right.body) + 100);
      res.flushHeaders();
      break;
    case 'drip':
      writeHead(delivery, right, Buffer.byteLength(right.body));
      drip(res, Buffer.from(right.body), fault.ms);
      break;
    case 'cut':
      writeHead(delivery, right, Buffer.byteLength(right.body) + 100);
      // A moment, so that the bytes are not lost with the connection.
      res.write(half(right.body || '{"status":'), () => setTimeout(reset, 20, res));
      break;
    case 'no-cors':
      writeWhole({ ...delivery, cors: {} }, right);
      break;
    default:
      writeWhole(delivery, fault === null ? right : spoil(right, fault));
  }
}
