/**
 * Which source files the bytes of the first load and of the bundle come from: `npm run sizes:breakdown` after
 * `npm run build` prints two tables, and puts them into `docs/sizes.md`. With `--check` it writes nothing, and fails when
 * a source's part there is another. What zlib makes of it differs a little from one Node to the next, and is not compared.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload, type SourceMapping } from 'node:module';
import { gzipSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import { report, ROOT } from './files.js';

/** One source file's share of a built file, in bytes. */
interface Share {
  readonly source: string;
  readonly minified: number;
  /** What the built file would lose with gzip if nothing of this source were in it. */
  readonly gzip: number;
}

/** A part of a built file. */
interface Piece {
  readonly source: string;
  text: string;
}

const PAGE = `${ROOT}docs/sizes.md`;
const MARKED = /(<!-- breakdown -->)[^]*(<!-- \/breakdown -->)/;
const BUNDLER = "the bundler's own";

const tables = ['ciam-login.js', 'ciam-login.bundle.js'].map(tableOf).join('\n');
const config = await resolveConfig(PAGE);
const written = readFileSync(PAGE, 'utf8');
const page = await format(written.replace(MARKED, `$1\n\n${tables}\n$2`), { ...config, parser: 'markdown' });
if (process.argv.includes('--check')) {
  const isSame = partsOf(page) === partsOf(written);
  report(
    isSame ? [] : ['docs/sizes.md has other parts: npm run sizes:breakdown'],
    'docs/sizes.md is up to date',
  );
} else {
  writeFileSync(PAGE, page);
  console.log(await format(tables, { ...config, parser: 'markdown' }));
}

/** Sources and their bytes before gzip, in an order that does not depend on gzip. */
function partsOf(markdown: string): string {
  const rows = markdown.matchAll(/^\| (\S+(?: \S+)*) +\| +(\d+) \|/gm);
  return [...rows]
    .map(([, source = '', minified = '']) => `${source} ${minified}`)
    .sort()
    .join('\n');
}

function tableOf(name: string): string {
  const path = `${ROOT}dist/cdn/${name}`;
  const code = readFileSync(path, 'utf8');
  const map = new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')) as SourceMapPayload);
  const rows = sharesOf(piecesOf(code, map)).map(
    ({ source, minified, gzip }) => `| ${source} | ${minified} | ${gzip} |`,
  );
  return `
| \`${name}\` | minified | gzip |
| - | -: | -: |
${rows.join('\n')}
| all of it | ${Buffer.byteLength(code)} | ${gzipSize(code)} |
`;
}

/** What each source has a part in, the heaviest first. */
function sharesOf(pieces: readonly Piece[]): Share[] {
  const whole = gzipSize(textOf(pieces));
  return [...new Set(pieces.map(({ source }) => source))]
    .map((source) => ({
      source,
      minified: Buffer.byteLength(textOf(pieces.filter((piece) => piece.source === source))),
      gzip: whole - gzipSize(textOf(pieces.filter((piece) => piece.source !== source))),
    }))
    .sort((one, other) => other.gzip - one.gzip);
}

/** The built file, cut wherever its source map goes from one source to another. */
function piecesOf(code: string, map: SourceMap): Piece[] {
  const pieces: Piece[] = [];
  for (const [line, text] of code.split(/(?<=\n)/).entries()) {
    for (let column = 0; column < text.length; column++) {
      const source = sourceAt(map, line, column);
      const last = pieces.at(-1);
      if (last?.source === source) last.text += text.charAt(column);
      else pieces.push({ source, text: text.charAt(column) });
    }
  }
  return pieces;
}

/** A path of ours as it is in the project; all of a package under the package's name. */
function sourceAt(map: SourceMap, line: number, column: number): string {
  const { originalSource } = map.findEntry(line, column) as Partial<SourceMapping>;
  if (originalSource === undefined) return BUNDLER;
  const [, packageName] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(originalSource) ?? [];
  return packageName ?? originalSource.replace(/^.*?\/src\//, 'src/');
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

function gzipSize(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
