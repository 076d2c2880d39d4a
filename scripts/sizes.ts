/** What a page pays, and the most it may: `npm run check:sizes` after `npm run build`. */
import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { listFiles, report, ROOT } from './files.js';

interface Row {
  name: string;
  code: string;
  /** The most bytes it may have with gzip -9. */
  limit?: number;
}

const rows: Row[] = [
  { name: 'first load', code: read('dist/cdn/ciam-login.js'), limit: 14_000 },
  { name: 'bundle', code: read('dist/cdn/ciam-login.bundle.js'), limit: 46_000 },
  { name: 'one call alone', code: await bundleOf('sendSmsCode'), limit: 2_500 },
  { name: 'one call and a client', code: await bundleOf('sendSmsCode, createClient') },
  ...listFiles('dist/cdn/chunks', '.js').map((path) => ({
    name: path.replace('dist/cdn/', ''),
    code: read(path),
  })),
];
const problems: string[] = [];

console.log(
  `${''.padEnd(36)}${['min', 'gzip -9', 'brotli', 'limit'].map((title) => title.padStart(9)).join('')}`,
);
for (const { name, code, limit } of rows) {
  const gzip = gzipSync(code, { level: 9 }).length;
  const brotli = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const cells = [Buffer.byteLength(code), gzip, brotli, limit ?? '–'];
  console.log(name.padEnd(36) + cells.map((cell) => String(cell).padStart(9)).join(''));
  if (limit !== undefined && gzip > limit)
    problems.push(`${name}: ${gzip} B with gzip, ${limit} is the most`);
  if (code === '') problems.push(`${name} is missing: npm run build`);
}
if (/lit(Element|Html)Versions/.test(rows[3]?.code ?? '')) problems.push('the client contains Lit');
report(problems, 'everything within its limit');

/** What a bundler makes of an app that uses these functions of the client and no others, without what is loaded later. */
async function bundleOf(names: string): Promise<string> {
  const id = `${ROOT}src/one-call.js`;
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    plugins: [
      {
        name: 'one-call',
        resolveId: (source) => (source === id ? id : undefined),
        load: (loaded) => (loaded === id ? `export { ${names} } from './entries/client.js';` : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: id, formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  });
  return [result]
    .flat()
    .flatMap((built) => ('output' in built ? built.output : []))
    .map((part) => (part.type === 'chunk' && part.isEntry ? part.code : ''))
    .join('');
}

function read(path: string): string {
  return existsSync(ROOT + path) ? readFileSync(ROOT + path, 'utf8') : '';
}
