import type { Fault } from './faults.js';
import { empty, json, type Reply } from './reply.js';

const PORTAL = `<!doctype html><html><head><title>Sign in to the network</title></head>
<body><h1>Sign in to the network</h1><form action="/portal"><input name="room"></form></body></html>`;

const HUGE_BYTES = 2 * 1024 * 1024;

function halved(reply: Reply): Reply {
  const text = reply.body === '' ? '{"status":"SUCCESS"}' : reply.body;
  return { ...reply, body: text.slice(0, Math.floor(text.length / 2)) };
}

function parsed(text: string): Record<string, unknown> {
  const value: unknown = text === '' ? {} : JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function patched(reply: Reply, changes: Record<string, unknown>): Reply {
  const { $delete, ...fields } = changes;
  const gone: readonly unknown[] = Array.isArray($delete) ? $delete : [];
  const kept = Object.entries({ ...parsed(reply.body), ...fields }).filter(([name]) => !gone.includes(name));
  return { ...json(Object.fromEntries(kept)), status: reply.status };
}

function withStatus(fault: Fault & { kind: 'status' }): Reply {
  const { status, headers = {}, body = '' } = fault;
  const reply = typeof body === 'string' ? { ...empty(status), body } : json(body, status);
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { ...reply, headers: { ...reply.headers, ...Object.fromEntries(lowered) } };
}

/** Another answer in place of the right one, for the faults that are only a matter of content. */
export function spoil(reply: Reply, fault: Fault): Reply {
  switch (fault.kind) {
    case 'truncate':
      return halved(reply);
    case 'patch':
      return patched(reply, fault.json);
    case 'html':
      return {
        status: fault.status ?? 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: PORTAL,
      };
    case 'empty':
      return empty(fault.status ?? 200);
    case 'status':
      return withStatus(fault);
    case 'body':
      return {
        status: fault.status ?? 200,
        headers: { 'content-type': fault.contentType ?? 'application/json;charset=UTF-8' },
        body: fault.body,
      };
    case 'redirect':
      return empty(302, { location: fault.location });
    case 'huge':
      return json({ status: 'SUCCESS', padding: 'x'.repeat(HUGE_BYTES) });
    default:
      return reply;
  }
}
