/** The carrier's part in a one-click login: what its SDK would hand to a page, the demo's page asks for here. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CiamServer } from './server/ciam-server.js';
import { ERROR_TEXTS } from './server/error-texts.js';
import { isFromOwnOrigin } from './server/own-origin.js';

const PATH = '/_demo/one-click-token';

/**
 * Creates the handler of `POST /_demo/one-click-token`; `false` when a request is for somebody else. With
 * `?error=<code>` the token is one that the CIAM server will refuse with that code.
 */
export function createOneClickTokens(
  ciam: CiamServer,
): (req: IncomingMessage, res: ServerResponse) => boolean {
  return (req, res) => {
    const [path, query] = (req.url ?? '/').split('?', 2);
    if (path !== PATH || req.method !== 'POST') return false;
    const error = new URLSearchParams(query).get('error');
    if (!isFromOwnOrigin(req)) send(res, 403, 'Only pages of this origin may do that.');
    else if (error === null) send(res, 200, ciam.issueOneClickToken());
    else if (Object.hasOwn(ERROR_TEXTS, error)) send(res, 200, ciam.issueOneClickToken({ error }));
    else send(res, 400, 'There is no such error.');
    return true;
  };
}

function send(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }).end(text);
}
