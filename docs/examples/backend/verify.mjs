/**
 * A server that lets somebody in by the id_token which `ciam-login-success` brought to the page.
 *
 *     CIAM=https://tenant.example.com CLIENT_ID=your-application node verify.mjs
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { createRemoteJWKSet, jwtVerify } from 'jose';

/**
 * Makes the check. It throws for every token that must let nobody in.
 *
 * @param {{ issuer: string, audience: string, jwksUri: string, algorithms?: string[] }} expected
 *   From the tenant's console, never from the page and never from the token.
 */
export function createCheck({ issuer, audience, jwksUri, algorithms = ['RS256', 'RS384', 'RS512'] }) {
  // Fetches the keys when it needs them, keeps them, and asks again for one that it does not know.
  const keys = createRemoteJWKSet(new URL(jwksUri));
  /** @type {Map<string, number>} Tokens that were used, until when each would be valid. */
  const used = new Map();

  /** @param {unknown} idToken @param {Date} [now] */
  return async (idToken, now = new Date()) => {
    if (typeof idToken !== 'string') throw new Error('no token');
    /** @type {{ payload: import('jose').JWTPayload }} */
    const { payload } = await jwtVerify(idToken, keys, {
      issuer,
      audience,
      algorithms, // none and HS256 are not among them: the token does not choose how it is checked
      requiredClaims: ['sub', 'exp', 'iat'],
      clockTolerance: 30,
      currentDate: now,
    });
    // There is no nonce, so whoever has copied a token could come with it again. More than one server: share this.
    const id = payload.jti ?? idToken;
    for (const [other, until] of used) if (until < now.getTime()) used.delete(other);
    if (used.has(id)) throw new Error('used before');
    used.set(id, (Number(payload.exp) + 30) * 1000);
    return { userId: String(payload.sub), claims: payload };
  };
}

/**
 * @param {ReturnType<typeof createCheck>} check
 * @param {{ pageOrigin: string, sessions?: Map<string, string> }} options Where the login box is; who is logged in, by
 *   the value of the cookie.
 */
export function createBackend(check, { pageOrigin, sessions = new Map() }) {
  return createServer((request, response) => {
    void answer().catch(() => response.writeHead(401).end());

    async function answer() {
      // Otherwise another site could log its visitors in as somebody else.
      if (request.method !== 'POST' || request.headers.origin !== pageOrigin)
        return response.writeHead(403).end();
      let body = '';
      for await (const part of request.setEncoding('utf8')) {
        body += String(part);
        if (body.length > 20_000) throw new Error('too long');
      }
      /** @type {{ idToken?: unknown }} */
      const { idToken } = JSON.parse(body);
      const { userId } = await check(idToken);
      const session = randomUUID();
      sessions.set(session, userId);
      const cookie = `__Host-session=${session}; Path=/; Secure; HttpOnly; SameSite=Lax`;
      return response.writeHead(204, { 'set-cookie': cookie }).end();
    }
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { CIAM = 'http://localhost:8080', CLIENT_ID = 'demo-client', ISSUER, PORT = '3000' } = process.env;
  const check = createCheck({
    issuer: ISSUER ?? `${CIAM}/api/v1/oauth2`, // the documents do not name it: look into a token of your tenant's
    audience: CLIENT_ID,
    jwksUri: `${CIAM}/api/v1/oauth2/keys`,
  });
  createBackend(check, { pageOrigin: process.env['PAGE'] ?? `http://localhost:${PORT}` }).listen(
    Number(PORT),
  );
  console.log(`POST {"idToken": "…"} to http://localhost:${PORT}`);
}
