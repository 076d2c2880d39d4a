import { existsSync, readFileSync } from 'node:fs';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { listen, type Origin } from './origin.js';

const CDN = 'dist/cdn';

/** One page: its text, or its text, what its answer's headers say, and what of it comes later. */
export type PageSource = string | { html: string; headers: OutgoingHttpHeaders; rest?: Promise<string> };

/**
 * Serves pages from an origin of their own, and beside them, below `/cdn/`, the files that `npm run build` has made.
 * Each call is another origin, so nothing is stored for it yet.
 *
 * @param pages by path: `{ '/shop': '<!doctype html>…' }`
 * @param scriptsMayCome until then whoever asks for a script waits
 */
export async function servePages(
  pages: Readonly<Record<string, PageSource>>,
  scriptsMayCome: Promise<void> = Promise.resolve(),
): Promise<Origin> {
  if (!existsSync(`${CDN}/ciam-login.js`)) throw new Error(`${CDN} is not built: npm run build`);
  const answer = (path: string, response: ServerResponse) => {
    const page = pages[path];
    if (page !== undefined) {
      const {
        html,
        headers,
        rest = Promise.resolve(''),
      } = typeof page === 'string' ? { html: page, headers: {} } : page;
      response.writeHead(200, { 'content-type': 'text/html;charset=utf-8', ...headers }).write(html);
      void rest.then((more) => response.end(more));
      return;
    }
    const file = /^\/cdn\/((?:chunks\/)?[\w.-]+\.js)$/.exec(path)?.[1];
    if (file === undefined || !existsSync(`${CDN}/${file}`)) return void response.writeHead(404).end();
    response
      .writeHead(200, { 'content-type': 'text/javascript;charset=utf-8' })
      .end(readFileSync(`${CDN}/${file}`));
  };
  return listen('127.0.0.1', ({ path }, response) => {
    if (!path.endsWith('.js')) answer(path, response);
    else void scriptsMayCome.then(() => answer(path, response));
  });
}
