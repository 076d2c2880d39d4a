import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};
// Worth the work only for text; `+json`, `+xml` and friends do not occur in a build of ours.
const TEXT = /charset=/;
// Vite puts the hash of the content into these names: they never change.
const HASHED = /^\/assets\//;
const YEAR_SECONDS = 31_536_000;

const ENCODERS = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
} as const;

/** Answers a request with a file below `root`; resolves to `false` when there is none. */
export type ServeFile = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;

/** Creates a file server for `root`; `headers` go out with every file. */
export function createStaticFiles(root: string, headers: Readonly<Record<string, string>>): ServeFile {
  return async (req, res) => {
    const path = readPath(req.url ?? '/');
    const file = path && (await findFile(root, path));
    if (!path || !file) return false;

    const body = await readFile(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const encoding = TEXT.test(type) ? chooseEncoding(req.headers['accept-encoding']) : undefined;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}${encoding ?? ''}"`;
    res.setHeaders(new Headers({ ...headers, 'Content-Type': type, ETag: etag, Vary: 'Accept-Encoding' }));
    res.setHeader(
      'Cache-Control',
      HASHED.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
    );

    if (req.headers['if-none-match'] === etag) {
      res.writeHead(304).end();
      return true;
    }
    const sent = encoding ? await ENCODERS[encoding](body) : body;
    if (encoding) res.setHeader('Content-Encoding', encoding);
    res.writeHead(200, { 'Content-Length': sent.length });
    res.end(req.method === 'HEAD' ? undefined : sent);
    return true;
  };
}

/** The path of an address, decoded; `undefined` for what no file can be called. */
function readPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path.startsWith('/') && !path.includes('\0') ? path.replace(/\/$/, '/index.html') : undefined;
  } catch {
    return undefined;
  }
}

/** The file that `path` names, if it is really below `root`: `..` and links that lead out find nothing. */
async function findFile(root: string, path: string): Promise<string | undefined> {
  try {
    const base = await realpath(root);
    const file = await realpath(resolve(base, `.${path}`));
    return file.startsWith(base + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

function chooseEncoding(accepted: string | string[] | undefined): keyof typeof ENCODERS | undefined {
  const names = String(accepted ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.replace(/;.*/s, '').trim().toLowerCase());
  return (['br', 'gzip'] as const).find((name) => names.includes(name));
}
