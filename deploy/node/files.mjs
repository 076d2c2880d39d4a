import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const WORTH_IT = /^text|json|svg/;
/** Names that hold a hash or a version never change. */
const FOR_EVER = /^\/assets\/|\/chunks\/[\w-]+\.js$|\/\d+\.\d+\.\d+\//;

/**
 * Makes a server of files. A folder is its `index.html`; names that begin with a dot are not there.
 *
 * @param {string} folder
 * @returns {(
 *   request: import('node:http').IncomingMessage,
 *   response: import('node:http').ServerResponse,
 *   path: string,
 * ) => Promise<void>}
 */
export function createFiles(folder) {
  return async (request, response, path) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
    const found = await find(folder, path);
    if (!found) return void response.writeHead(404).end();
    const { file, size, mtimeMs } = found;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const isPacked = WORTH_IT.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
    const etag = `"${mtimeMs.toString(36)}-${size.toString(36)}${isPacked ? '-gzip' : ''}"`;
    response.setHeaders(
      new Headers({
        ETag: etag,
        Vary: 'Origin, Accept-Encoding',
        ...(FOR_EVER.test(path) && { 'Cache-Control': 'public, max-age=31536000, immutable' }),
      }),
    );
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.writeHead(200, {
      'Content-Type': type,
      ...(isPacked ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': size }),
    });
    if (request.method === 'HEAD') return void response.end();
    // Closes the file also where the caller goes in the middle of it.
    pipeline([createReadStream(file), ...(isPacked ? [createGzip()] : []), response], () => undefined);
  };
}

/**
 * The file that a path names, if it is really below the folder: `..` and links that lead out find nothing.
 *
 * @param {string} folder
 * @param {string} path
 */
async function find(folder, path) {
  try {
    const name = decodeURIComponent(path);
    if (/\/\./.test(name)) return null;
    const base = await realpath(folder);
    const named = await realpath(join(base, name));
    const file = (await stat(named)).isDirectory() ? await realpath(join(named, 'index.html')) : named;
    const { size, mtimeMs } = await stat(file);
    return file.startsWith(base + sep) ? { file, size, mtimeMs } : null;
  } catch {
    return null;
  }
}
