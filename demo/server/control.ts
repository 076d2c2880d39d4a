import type { IncomingMessage, ServerResponse } from 'node:http';
import { faultProblem, patternProblem } from './check-fault.js';
import { mergeSettings, settingsProblem } from './check-settings.js';
import type { CiamServer } from './ciam-server.js';
import { openEventStream, type EventStream } from './event-stream.js';
import type { Fault } from './faults.js';
import { isFromOwnOrigin } from './own-origin.js';
import { jsonObject, readBody } from './read-body.js';
import { TEST_NUMBERS } from './test-numbers.js';

/** Tries to answer a request; `false` = it is somebody else's. */
export type Control = (req: IncomingMessage, res: ServerResponse) => boolean;

interface Context {
  server: CiamServer;
  streams: Set<EventStream>;
  req: IncomingMessage;
  res: ServerResponse;
}

type Action = (context: Context) => void | Promise<void>;

const PREFIX = '/_demo/';
const SHOWN_REQUESTS = 50;

function sendJson(res: ServerResponse, value: unknown, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(JSON.stringify(value));
}

function complain(res: ServerResponse, error: string, status = 400): void {
  sendJson(res, { error }, status);
}

async function jsonBody({ req }: Context): Promise<Record<string, unknown> | null> {
  return jsonObject((await readBody(req)) ?? '');
}

function openStream({ req, res, streams }: Context): EventStream {
  const stream = openEventStream(req, res);
  streams.add(stream);
  stream.onClose(() => streams.delete(stream));
  return stream;
}

function streamInbox(context: Context): void {
  const { inbox } = context.server;
  const stream = openStream(context);
  for (const message of inbox.list()) stream.send('message', message);
  stream.onClose(inbox.subscribe((message) => stream.send('message', message)));
}

function streamJournal(context: Context): void {
  const { journal } = context.server;
  const stream = openStream(context);
  for (const entry of journal.list().slice(-SHOWN_REQUESTS)) stream.send('request', entry);
  stream.onClose(journal.subscribe((entry) => stream.send('request', entry)));
}

async function putSettings(context: Context): Promise<void> {
  const { res, server } = context;
  const body = await jsonBody(context);
  const problem = settingsProblem(body);
  if (problem !== null) {
    complain(res, problem);
    return;
  }
  mergeSettings(server.settings, body);
  sendJson(res, server.settings);
}

async function putFault(context: Context): Promise<void> {
  const { res, server } = context;
  const body = await jsonBody(context);
  const problem = patternProblem(body?.pattern) ?? faultProblem(body?.fault);
  if (problem !== null) {
    complain(res, problem);
    return;
  }
  server.faults.set(String(body?.pattern), body?.fault as Fault);
  sendJson(res, server.faults.list());
}

function deleteFaults({ res, server }: Context): void {
  server.faults.clear();
  sendJson(res, server.faults.list());
}

function reset({ res, server, streams }: Context): void {
  server.reset();
  for (const stream of streams) stream.send('reset', {});
  sendJson(res, server.settings);
}

function listTestNumbers({ res }: Context): void {
  const entries = Object.entries(TEST_NUMBERS);
  sendJson(
    res,
    entries.map(([name, { mobile, zh, en }]) => ({ name, mobile, zh, en })),
  );
}

const ACTIONS: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
  inbox: { GET: streamInbox },
  journal: { GET: streamJournal },
  settings: { GET: ({ res, server }) => sendJson(res, server.settings), PUT: putSettings },
  faults: {
    GET: ({ res, server }) => sendJson(res, server.faults.list()),
    PUT: putFault,
    DELETE: deleteFaults,
  },
  'test-numbers': { GET: listTestNumbers },
  reset: { POST: reset },
};

function findAction(name: string, method: string): Action | number {
  if (!Object.hasOwn(ACTIONS, name)) return 404;
  const methods = ACTIONS[name] ?? {};
  return (Object.hasOwn(methods, method) ? methods[method] : undefined) ?? 405;
}

/**
 * The demo page's remote control of its server: `/_demo/…` on the page's own origin, for pages of that
 * origin only.
 */
export function createControl(server: CiamServer): Control {
  const streams = new Set<EventStream>();
  return (req, res) => {
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    if (!path.startsWith(PREFIX)) return false;
    const action = findAction(path.slice(PREFIX.length), req.method ?? 'GET');
    if (!isFromOwnOrigin(req)) complain(res, 'Only pages of this origin may do that.', 403);
    else if (typeof action === 'number') complain(res, 'There is no such control.', action);
    else Promise.resolve(action({ server, streams, req, res })).catch(() => res.destroy());
    return true;
  };
}
