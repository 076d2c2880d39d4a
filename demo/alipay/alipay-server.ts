/**
 * Alipay as a shop meets it: an origin of its own with a page that asks for consent and sends the person back. Nothing
 * is remembered between two requests.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer, listen } from '../listen.js';
import { readAuthorizeRequest, type AuthorizeRequest } from './authorize-request.js';
import { sendDocument } from './document.js';
import { authorizePage, neverPage, notServedPage, refusalPage } from './pages.js';
import { findWay, returnAddress, type IssueCode, type Way } from './ways.js';

// As at openauth.alipay.com; the second is where the page's links lead.
const AUTHORIZE_PATH = '/oauth2/publicAppAuthorize.htm';
const DECIDE_PATH = '/oauth2/decide.htm';
const SLOW_MS = 3000;

/** What Alipay knows of its shop. */
export interface AlipayOptions {
  /** Makes an `auth_code` that the shop's tenant will take. */
  readonly issueCode: IssueCode;
  /** Origins to which people may be sent back; asked each time. */
  readonly registeredOrigins: () => readonly string[];
  /** Default 0: any. */
  readonly port?: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** How long a slow return takes. Default 3000 ms. */
  readonly slowMs?: number;
}

/** A running Alipay. */
export interface Alipay {
  /** Address of the authorize page, to which a shop adds its query. */
  readonly authorizeUrl: string;
  stop(): Promise<void>;
}

/** Starts the stand-in for Alipay. */
export async function startAlipay(options: AlipayOptions): Promise<Alipay> {
  const { port = 0, host = '127.0.0.1' } = options;
  const server = createServer((req, res) => serve(req, res, options));
  const found = await listen(server, port, host);
  return {
    authorizeUrl: `http://${host}:${found}${AUTHORIZE_PATH}`,
    stop: () => closeServer(server),
  };
}

function serve(req: IncomingMessage, res: ServerResponse, options: AlipayOptions): void {
  const { url = '/' } = req;
  const [path = ''] = url.split('?', 1);
  const query = new URLSearchParams(url.slice(path.length));
  if (path !== AUTHORIZE_PATH && path !== DECIDE_PATH) {
    sendDocument(res, 404, notServedPage('没有这个页面', 'There is no such page'));
  } else if (req.method !== 'GET') {
    res.setHeader('Allow', 'GET');
    sendDocument(res, 405, notServedPage('只能用 GET', 'Only GET is served'));
  } else {
    const reading = readAuthorizeRequest(query, options.registeredOrigins());
    const { request } = reading;
    if (!request) sendDocument(res, 400, refusalPage(reading.problems));
    else if (path === DECIDE_PATH) decide(res, request, findWay(query.get('way')), options);
    else
      sendDocument(
        res,
        200,
        authorizePage(request, (way) => decideHref(request, way)),
      );
  }
}

function decide(
  res: ServerResponse,
  request: AuthorizeRequest,
  way: Way | undefined,
  { issueCode, slowMs = SLOW_MS }: AlipayOptions,
): void {
  if (!way) {
    sendDocument(res, 400, refusalPage([{ parameter: 'way', zh: '没有这个选项', en: 'no such way' }]));
    return;
  }
  const { answer } = way;
  if (!answer) {
    sendDocument(res, 200, neverPage());
    return;
  }
  const sendBack = (): void => {
    const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };
    // The code begins to age when it is issued, not while somebody reads the page.
    res.writeHead(302, { ...headers, Location: returnAddress(request, answer(request, issueCode)) }).end();
  };
  if (way.isSlow) {
    const timer = setTimeout(sendBack, slowMs);
    res.on('close', () => clearTimeout(timer));
  } else sendBack();
}

function decideHref({ appId, scope, state, redirectUri }: AuthorizeRequest, { id }: Way): string {
  const query = { app_id: appId, scope, state, redirect_uri: redirectUri.href, way: id };
  return `${DECIDE_PATH}?${String(new URLSearchParams(query))}`;
}
