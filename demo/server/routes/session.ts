import type { Route } from '../call.js';
import { empty, json } from '../reply.js';

const PREFIX = '/api/v2/sdk';

/** Whether a logout may lead there: a path of the same server, nothing else. */
function isOwnPath(target: string): boolean {
  return /^\/(?![/\\])/.test(target);
}

/** The calls after a login: keys, a new id_token in both dialects, logout. */
export const sessionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/oauth2/keys',
    open: true,
    handle: async (_call, { idTokens }) => json(await idTokens.jwks()),
  },
  {
    method: 'GET',
    path: '/api/v1/logout',
    open: true,
    handle: ({ query }) => {
      const target = query.get('redirect_url') ?? '';
      return isOwnPath(target) ? empty(302, { location: target }) : empty();
    },
  },
  {
    method: 'POST',
    path: `${PREFIX}/sso/session-token/id-token`,
    only: 'bc',
    bodyOptional: true,
    handle: async (call, { sessions, idTokens, settings }) => {
      const shown = call.headers['session-token'] ?? '';
      const { account, clientId, fingerprint, until } = sessions.find(shown, call);
      const isRotating = settings.rotateSessionToken;
      const token = isRotating ? sessions.open({ account, clientId, fingerprint }) : shown;
      if (isRotating) sessions.close(shown);
      const expire = isRotating ? settings.sessionSeconds : sessions.secondsLeft(until);
      return json({ session_token: token, expire, id_token: await idTokens.issue(account, clientId) });
    },
  },
  {
    method: 'POST',
    path: `${PREFIX}/session-token/refresh-id-token`,
    only: 'hw',
    bodyOptional: true,
    handle: async (call, { sessions, signatures, idTokens }) => {
      const token = signatures.open(call.headers['x-signature']);
      const { account, clientId } = sessions.find(token, call);
      return json({ id_token: await idTokens.issue(account, clientId) });
    },
  },
  {
    method: 'GET',
    path: `${PREFIX}/public-key`,
    only: 'hw',
    handle: (_call, { signatures, settings }) => json({ [settings.publicKeyField]: signatures.publicKey() }),
  },
  {
    method: 'GET',
    path: `${PREFIX}/server-date`,
    only: 'hw',
    handle: (_call, { clock }) => json({ timestamp: String(clock.now()) }),
  },
  {
    method: 'GET',
    path: `${PREFIX}/logout`,
    only: 'hw',
    handle: (call, { sessions, signatures }) => {
      const token = signatures.open(call.headers['x-signature']);
      sessions.find(token, call);
      sessions.close(token);
      return empty();
    },
  },
];
