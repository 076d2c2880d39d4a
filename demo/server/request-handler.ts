import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Tenant } from './call.js';
import type { Cors } from './cors.js';
import { deliver } from './deliver.js';
import { dispatch, type WireRequest } from './dispatch.js';
import { needsAnswer, type OpenFaults } from './faults.js';
import type { JournalEntry, OpenJournal } from './journal.js';
import { readBody } from './read-body.js';
import { frameworkError, type Reply } from './reply.js';

/** What a handler works with. */
export interface HandlerParts {
  tenant: Tenant;
  clients: readonly string[];
  cors: Cors;
  faults: OpenFaults;
  journal: OpenJournal;
}

/** A handler, and the end of everything it still has open. */
export interface RequestHandler {
  handle(req: IncomingMessage, res: ServerResponse): void;
  /** Ends answers that hang, drip or wait. */
  stop(): void;
}

function plainHeaders(req: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(req.headers).map(([name, value]) => [name, String(value ?? '')]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function parsedOrText(text: string | null): unknown {
  if (text === null || text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function answerPreflight(
  origin: string,
  entry: JournalEntry,
  res: ServerResponse,
  parts: HandlerParts,
): void {
  const { cors, faults, journal } = parts;
  const fault = faults.take(entry.path, true);
  entry.fault = fault?.kind ?? null;
  const isAllowed = fault === null && cors.isAllowed(origin);
  const status = isAllowed ? 204 : 403;
  journal.settle(entry, status);
  res.writeHead(
    status,
    isAllowed ? cors.preflightHeaders(origin) : { vary: 'origin', 'content-length': '0' },
  );
  res.end();
}

function pause(ms: number, res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    res.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Carries a call out, or says in the framework's words that the server itself is broken. */
async function carryOut(request: WireRequest, { tenant, clients }: HandlerParts): Promise<Reply> {
  try {
    return await dispatch(request, tenant, clients);
  } catch (error) {
    console.error(error);
    return frameworkError(500, 'Internal Server Error', request.path);
  }
}

/** Makes the function that answers requests, with the journal kept and faults applied. */
export function createRequestHandler(parts: HandlerParts): RequestHandler {
  const { tenant, cors, faults, journal } = parts;
  const open = new Set<ServerResponse>();

  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const [path = '/', query] = (req.url ?? '/').split(/\?(.*)/s, 2);
    const method = req.method ?? 'GET';
    const headers = plainHeaders(req);
    const origin = headers.origin ?? null;
    const text = await readBody(req);
    const entry = journal.add({
      at: tenant.clock.now(),
      method,
      path,
      query: query === undefined ? '' : `?${query}`,
      headers,
      body: parsedOrText(text),
      status: null,
      origin,
      fault: null,
    });
    if (method === 'OPTIONS' && origin !== null && headers['access-control-request-method'] !== undefined) {
      answerPreflight(origin, entry, res, parts);
      return;
    }
    const fault = faults.take(path, false);
    entry.fault = fault?.kind ?? null;
    const request = { method, path, query: new URLSearchParams(query), headers, text };
    if (fault?.kind === 'delay' && fault.after === false) await pause(fault.ms, res);
    const isCarriedOut = fault === null || needsAnswer(fault);
    const reply = isCarriedOut ? await carryOut(request, parts) : null;
    if (fault?.kind === 'delay' && fault.after !== false) await pause(fault.ms, res);
    const settle = (status: number | null): void => journal.settle(entry, status);
    deliver({ res, reply, fault, cors: cors.answerHeaders(origin), settle });
  };

  return {
    handle: (req, res) => {
      open.add(res);
      res.on('close', () => open.delete(res));
      answer(req, res).catch(() => res.destroy());
    },
    stop: () => {
      for (const res of [...open]) res.destroy();
    },
  };
}
