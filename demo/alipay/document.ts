/** The frame and the looks of Alipay's pages: HTML without a script, under the strictest policy that it can live with. */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

const STYLE = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#16202e, #e6ebf2); --soft: light-dark(#55606f, #a5b0c0);
  --line: light-dark(#d9e1ec, #2b3646); --edge: light-dark(#7d8aa0, #6c7a90);
  --surface: light-dark(#fff, #171e29); --hover: light-dark(#eef4fc, #202a39);
  --blue: #1161c9; --ring: light-dark(#1161c9, #8fbcff);
  font: 1rem/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
}
* { box-sizing: border-box; margin: 0; }
body { display: grid; min-height: 100vh; padding: 1rem; place-items: center; background: light-dark(#e9f0fa, #0d1219); color: var(--ink); overflow-wrap: anywhere; }
main { width: min(100%, 27rem); overflow: hidden; border-radius: 1.25rem; background: var(--surface); box-shadow: 0 16px 48px -20px light-dark(#1161c955, #000c); }
header { padding: .75rem 1.5rem; background: var(--blue); color: #fff; font-size: .875rem; font-weight: 500; }
.body { display: grid; gap: 1.25rem; padding: 1.5rem; }
h1 { font-size: 1.25rem; line-height: 1.4; }
h2 { color: var(--soft); font-size: .8125rem; font-weight: 500; }
p, li { color: var(--soft); font-size: .9375rem; }
ul { padding-inline-start: 1.25rem; }
[lang=en] { display: block; }
h1 [lang=en] { color: var(--soft); font-size: .9375rem; font-weight: 400; }
.ways { display: flex; flex-wrap: wrap; gap: .5rem; }
section .ways { margin-block-start: .5rem; }
a { display: grid; flex: 1 1 7rem; align-content: center; min-height: 3rem; padding: .375rem .5rem; border: 1px solid var(--edge); border-radius: .75rem; color: inherit; font-size: .875rem; line-height: 1.35; text-align: center; text-decoration: none; }
a [lang=en] { color: var(--soft); font-size: .75rem; }
a:hover { background: var(--hover); }
.decisions a { flex-basis: 100%; font-size: 1rem; }
#agree { border-color: var(--blue); background: var(--blue); color: #fff; font-weight: 500; }
#agree:hover { background: #0d52ad; }
#agree [lang=en] { color: #fff; }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }
details { padding-block-start: 1rem; border-block-start: 1px solid var(--line); color: var(--soft); font-size: .8125rem; }
summary { min-height: 1.5rem; cursor: pointer; }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .25rem .75rem; margin-block-start: .5rem; }
dt, dd, code { font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: .75rem; }
dd { color: var(--ink); }
code { color: var(--ink); font-size: .875rem; }
@media (forced-colors: active) { #agree { border-width: 3px; } }`;

/** Sends a page; `body` is HTML, in which whatever came with the request has been escaped. */
export function sendDocument(res: ServerResponse, status: number, body: string): void {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy.join('; '),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  res.end(`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>支付宝（替身） · Alipay stand-in</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${STYLE}
</style>
<main>
<header>支付宝（替身） · Alipay stand-in</header>
<div class="body">
${body}
</div>
</main>
</html>
`);
}

/** The same in both languages, one below the other. */
export function bilingual(zh: string, en: string): string {
  return `${escape(zh)} <span lang="en">${escape(en)}</span>`;
}

/** Makes any text safe as the content of an element or of a quoted attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
