import type { Call, Route, Tenant } from './call.js';
import type { Language } from './error-texts.js';
import { jsonObject } from './read-body.js';
import { empty, frameworkError, Interruption, Refusal, refusalReply, type Reply } from './reply.js';
import { captchaRoutes } from './routes/captcha.js';
import { continuationRoutes } from './routes/continuation.js';
import { loginRoutes } from './routes/login.js';
import { messageRoutes } from './routes/messages.js';
import { sessionRoutes } from './routes/session.js';

const ROUTES: readonly Route[] = [
  ...captchaRoutes,
  ...messageRoutes,
  ...loginRoutes,
  ...continuationRoutes,
  ...sessionRoutes,
];

const DEVICE_HEADERS = ['x-operating-sys-version', 'x-device-fingerprint', 'x-agent'];

/** A request as it came over the wire. */
export interface WireRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  /** `null` = too large. */
  text: string | null;
}

/** Refuses a call that lacks what every call must carry. */
function checkHeaders(request: WireRequest, tenant: Tenant, clients: readonly string[]): void {
  const value = (name: string): string => request.headers[name]?.trim() ?? '';
  if (DEVICE_HEADERS.some((name) => value(name) === '')) throw new Refusal('PARAM.0001');
  if (value('x-client-id') === '') throw new Refusal('PARAM.0002');
  const { tenantId } = tenant.settings;
  const isKnown =
    clients.includes(value('x-client-id')) && (tenantId === null || value('x-tenant-id') === tenantId);
  if (!isKnown) throw new Refusal('PARAM.0003');
}

/** The body as an object; throws what a framework answers to anything else. */
function checkedBody({ method, path, headers, text }: WireRequest, route: Route): Record<string, unknown> {
  if (method === 'GET') return {};
  if (text === null) throw new Interruption(frameworkError(413, 'Payload Too Large', path));
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') {
    throw new Interruption(frameworkError(415, 'Unsupported Media Type', path));
  }
  if (text === '' && route.bodyOptional === true) return {};
  const body = jsonObject(text);
  if (body === null) throw new Interruption(frameworkError(400, 'Bad Request', path));
  return body;
}

function findRoute({ method, path }: WireRequest, { settings }: Tenant): Route {
  const atPath = ROUTES.filter(
    (each) => each.path === path && (each.only ?? settings.dialect) === settings.dialect,
  );
  if (atPath.length === 0) throw new Interruption(frameworkError(404, 'Not Found', path));
  const route = atPath.find((each) => each.method === method);
  const missing = route?.missing?.(settings) ?? null;
  if (route !== undefined && missing === null) return route;
  const status = missing ?? 405;
  const reply = frameworkError(status, status === 405 ? 'Method Not Allowed' : 'Not Found', path);
  const allow = route === undefined ? atPath.map((each) => each.method).join(', ') : 'GET';
  throw new Interruption(status === 405 ? { ...reply, headers: { ...reply.headers, allow } } : reply);
}

/** Carries a request out and gives the right answer, whatever it is. */
export async function dispatch(
  request: WireRequest,
  tenant: Tenant,
  clients: readonly string[],
): Promise<Reply> {
  const language: Language = request.headers['x-l'] === 'en' ? 'en' : 'zh';
  try {
    if (request.method === 'OPTIONS') return empty(204, { allow: 'GET, POST' });
    const route = findRoute(request, tenant);
    if (route.open !== true) checkHeaders(request, tenant, clients);
    const { headers } = request;
    const call: Call = {
      ...request,
      body: checkedBody(request, route),
      language,
      clientId: headers['x-client-id']?.trim() ?? '',
      fingerprint: headers['x-device-fingerprint']?.trim() ?? '',
    };
    return await route.handle(call, tenant);
  } catch (error) {
    if (error instanceof Refusal) return refusalReply(error, tenant.settings, language);
    if (error instanceof Interruption) return error.reply;
    throw error;
  }
}
