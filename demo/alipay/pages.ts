/** What Alipay's pages say. */
import type { AuthorizeRequest, Problem } from './authorize-request.js';
import { bilingual, escape } from './document.js';
import { DECISIONS, DETOURS, MISHAPS, type Way } from './ways.js';

const ASKED_FOR: Readonly<Record<AuthorizeRequest['scope'], readonly [zh: string, en: string]>> = {
  auth_user: ['您的昵称、头像和会员编号。', 'Your name, your picture and your member id.'],
  auth_base: ['仅您的会员编号。', 'Your member id, nothing else.'],
};

/** The question whether the shop may know who somebody is; `hrefOf` is where a way begins. */
export function authorizePage(request: AuthorizeRequest, hrefOf: (way: Way) => string): string {
  const links = (ways: readonly Way[]): string => ways.map((way) => link(way, hrefOf(way))).join('\n');
  const group = (zh: string, en: string, ways: readonly Way[]): string =>
    `<section><h2>${escape(zh)} · <span>${escape(en)}</span></h2>\n<div class="ways">${links(ways)}</div></section>`;
  const { appId, scope, state, redirectUri } = request;
  const asked = { app_id: appId, scope, state, redirect_uri: redirectUri.href };
  const rows = Object.entries(asked).map(
    ([name, value]) => `<dt>${name}</dt><dd data-parameter="${name}">${escape(value)}</dd>`,
  );
  return `<h1>${bilingual('云岭茶舍想知道您是谁', 'Yunling Tea asks who you are')}</h1>
<p>${bilingual(...ASKED_FOR[scope])}</p>
<div class="ways decisions">${links(DECISIONS)}</div>
${group('同意，然后还要', 'Agree, and then', DETOURS)}
${group('出点状况', 'Something goes wrong', MISHAPS)}
<details><summary>请求参数 · What was asked</summary><dl>${rows.join('\n')}</dl></details>`;
}

/** Why a request is not served. It has no link: an address that was not checked is not to be trusted. */
export function refusalPage(problems: readonly Problem[]): string {
  const items = problems.map(
    ({ parameter, zh, en }) =>
      `<li data-parameter="${escape(parameter)}"><code>${escape(parameter)}</code>：${bilingual(zh, en)}</li>`,
  );
  return `<h1>${bilingual('无法处理这个请求', 'This request cannot be served')}</h1>
<ul>${items.join('\n')}</ul>`;
}

/** The end of a way that does not lead back. */
export function neverPage(): string {
  const hint = bilingual(
    '支付宝不会再把您带回商家，请用浏览器的后退键。',
    'Alipay will not take you back to the shop: use the browser’s back button.',
  );
  return `<h1>${bilingual('到此为止', 'This is the end of the road')}</h1>\n<p>${hint}</p>`;
}

/** A page for an address that is none, or is used in another way than meant. */
export function notServedPage(zh: string, en: string): string {
  return `<h1>${bilingual(zh, en)}</h1>`;
}

function link({ id, zh, en }: Way, href: string): string {
  return `<a id="${id}" href="${escape(href)}"><span>${escape(zh)}</span><span lang="en">${escape(en)}</span></a>`;
}
