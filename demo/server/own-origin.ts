import type { IncomingMessage } from 'node:http';

/** Whether a request comes from a page of the very server it goes to (or from no page at all). */
export function isFromOwnOrigin(req: IncomingMessage): boolean {
  const { origin, host } = req.headers;
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}
