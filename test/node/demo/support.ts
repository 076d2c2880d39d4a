import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll } from 'vitest';
import { startAlipay } from '../../../demo/alipay/alipay-server.js';
import { closeServer, listen } from '../../../demo/listen.js';
import type { IssueCode } from '../../../demo/alipay/ways.js';

/** Where the shop of these tests is; both are registered with Alipay. */
export const SHOPS = ['http://localhost:5173', 'http://127.0.0.1:5173'] as const;

/** What a careful shop sends. */
export const REQUEST = {
  app_id: '2021000000000000',
  scope: 'auth_user',
  state: '0123456789abcdef'.repeat(4),
  redirect_uri: `${SHOPS[0]}/?lang=en&methods=sms,alipay`,
};

/** How long a slow return takes here. */
export const SLOW_MS = 150;

/** Alipay, as a browser sees it. */
export interface AlipayBench {
  readonly url: string;
  /** Asks without following a redirect; a name that is set to `undefined` is left out. */
  ask(change?: Readonly<Record<string, string | undefined>>, init?: RequestInit): Promise<Response>;
  /** The same with a query of one's own. */
  askFor(query: string): Promise<Response>;
  /** Where a link of the authorize page leads, its id given. */
  press(id: string, change?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Starts an Alipay for a test file; it is stopped after the last test. */
export async function startAlipayBench(issueCode: IssueCode): Promise<AlipayBench> {
  const alipay = await startAlipay({ issueCode, registeredOrigins: () => SHOPS, slowMs: SLOW_MS });
  afterAll(() => alipay.stop());
  const url = alipay.authorizeUrl;
  const askFor: AlipayBench['askFor'] = (query) => fetch(`${url}?${query}`, { redirect: 'manual' });
  const ask: AlipayBench['ask'] = (change = {}, init = {}) =>
    fetch(`${url}?${queryOf({ ...REQUEST, ...change })}`, { redirect: 'manual', ...init });
  return {
    ...{ url, ask, askFor },
    press: async (id, change = {}) => {
      const href = linksOf(await (await ask(change)).text()).get(id);
      if (href === undefined) throw new Error(`There is no link #${id}`);
      return fetch(new URL(href, url), { redirect: 'manual' });
    },
  };
}

/** Serves one handler for a test file, 404 for what it leaves alone; resolves to the origin. */
export async function serve(
  handler: (req: IncomingMessage, res: ServerResponse) => boolean,
): Promise<string> {
  const server = createServer((req, res) => {
    if (!handler(req, res)) res.writeHead(404).end();
  });
  const port = await listen(server, 0, '127.0.0.1');
  afterAll(() => closeServer(server));
  return `http://127.0.0.1:${port}`;
}

/** The links of a page: id and address. */
export function linksOf(html: string): Map<string, string> {
  return new Map(
    [...html.matchAll(/<a id="([^"]+)" href="([^"]+)"/g)].map(([, id = '', href = '']) => [
      id,
      unescape(href),
    ]),
  );
}

/** What a refusal says: parameter and reason. */
export function refusedIn(html: string): string[] {
  const items = html.matchAll(/<li data-parameter="([^"]*)".*?<span lang="en">(.*?)<\/span>/g);
  return [...items].map(([, name = '', reason = '']) => unescape(`${name}: ${reason}`));
}

function queryOf(parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return String(new URLSearchParams(given));
}

function unescape(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
