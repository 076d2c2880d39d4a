/**
 * Two parts that others play in a real login: the carrier, whose SDK hands the page a one-click token, and Alipay,
 * whose own page asks for consent and sends the person back with an `auth_code`.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CiamServer } from './server/ciam-server.js';
import { isFromOwnOrigin } from './server/own-origin.js';

/** Path of the page that stands in for Alipay's. */
export const ALIPAY_PATH = '/_demo/alipay';

const ONE_CLICK_PATH = '/_demo/one-click-token';

// What the login may lead to, each a status of the API.
const WAYS = [
  { status: 'SUCCESS', label: '同意 · Agree', hint: '老顾客 · A known customer' },
  { status: 'SOCIAL_BIND', label: '同意，绑定手机号 · Agree, then bind a number', hint: 'SOCIAL_BIND' },
  { status: 'USER_REGISTER', label: '同意，注册 · Agree, then register', hint: 'USER_REGISTER' },
  { status: 'MFA_AUTH', label: '同意，二次认证 · Agree, then a second factor', hint: 'MFA_AUTH' },
];

/** Creates the handler of both parts: `false` when a request is for neither. */
export function createStandIns(ciam: CiamServer): (req: IncomingMessage, res: ServerResponse) => boolean {
  return (req, res) => {
    const [path = '', query] = (req.url ?? '/').split('?', 2);
    if (path === ALIPAY_PATH) sendAlipayPage(ciam, new URLSearchParams(query), req, res);
    else if (path === ONE_CLICK_PATH && req.method === 'POST') sendToken(ciam, req, res);
    else return false;
    return true;
  };
}

function sendToken(ciam: CiamServer, req: IncomingMessage, res: ServerResponse): void {
  if (!isFromOwnOrigin(req)) return void res.writeHead(403).end();
  res
    .writeHead(200, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' })
    .end(ciam.issueOneClickToken());
}

function sendAlipayPage(
  ciam: CiamServer,
  asked: URLSearchParams,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const back = readBack(asked.get('redirect_uri'), req.headers.host);
  if (!back)
    return void res.writeHead(400, { 'Content-Type': 'text/plain' }).end('redirect_uri is not this page.');
  const returnWith = (more: Record<string, string>): string => {
    const address = new URL(back);
    const known = {
      app_id: asked.get('app_id') ?? '',
      scope: asked.get('scope') ?? '',
      state: asked.get('state') ?? '',
    };
    for (const [name, value] of Object.entries({ ...known, ...more })) address.searchParams.set(name, value);
    return address.href;
  };
  const ways = WAYS.map(({ status, label, hint }) => {
    const code = ciam.issueAlipayCode(status === 'SUCCESS' ? {} : { status });
    return link(returnWith({ auth_code: code, source: 'alipay_wallet' }), label, hint);
  });
  const nonce = randomBytes(16).toString('base64');
  res.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
  });
  res.end(
    alipayPage(nonce, [...ways, link(returnWith({}), '拒绝 · Refuse', '没有 auth_code · No auth_code')]),
  );
}

/** The address to go back to: a page of this very server, or nobody could trust its links. */
function readBack(value: string | null, host: string | undefined): URL | undefined {
  const address = value === null || !URL.canParse(value) ? undefined : new URL(value);
  return address?.protocol === 'http:' && address.host === host ? address : undefined;
}

function link(href: string, label: string, hint: string): string {
  return `<a href="${escape(href)}"><strong>${label}</strong><span>${hint}</span></a>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function alipayPage(nonce: string, links: readonly string[]): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>支付宝（替身） · Alipay stand-in</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; }
body { display: grid; min-height: 100vh; margin: 0; place-items: center; background: light-dark(#eef3fb, #0e131b); }
main { box-sizing: border-box; width: min(100%, 26rem); padding: 2rem 1.5rem; border-radius: 1.5rem; background: light-dark(#fff, #171e29); }
h1 { margin: 0; font-size: 1.25rem; }
p { margin: .25rem 0 1.5rem; color: light-dark(#55606f, #a5b0c0); font-size: .9375rem; }
a { display: grid; margin-block-start: .625rem; padding: .625rem 1rem; border: 1px solid light-dark(#7d8aa0, #6c7a90); border-radius: .75rem; color: inherit; text-decoration: none; }
a:hover { background: light-dark(#eef3fb, #202a39); }
a:first-of-type { border-color: #1161c9; background: #1161c9; color: #fff; }
a:focus-visible { outline: 3px solid light-dark(#1161c9, #8fbcff); outline-offset: 2px; }
span { font-size: .8125rem; opacity: .9; }
</style>
<main>
<h1>支付宝（替身） · Alipay stand-in</h1>
<p>云岭茶舍想知道您是谁。<br>Yunling Tea asks who you are.</p>
${links.join('\n')}
</main>
</html>`;
}
