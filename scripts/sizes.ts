/**
 * What a page pays, and the most it may: `npm run check:sizes` after `npm run build`. It fails when the README says
 * otherwise; `npm run sizes` writes the README's tables.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { listFiles, report, ROOT } from './files.js';
import { type Weight, weigh } from './measure.js';
import { buildMethods } from './method-sizes.js';
import { bundleImport } from './import-sizes.js';
import { type FileRow, type ImportRow, type MethodRow, untrueSizes, writeSizes } from './readme-sizes.js';

/** When each chunk is fetched, for the README; those that belong to a method have a table of their own. */
const CHUNKS: readonly (readonly [text: string, ...names: string[]])[] = [
  ["the login's code, fetched when the browser is idle", 'login', 'sms-step'],
  ['puzzle and client hints, when somebody touches the form', 'puzzle', 'os-version'],
  ['device fingerprint, at the first visit only', 'fingerprint'],
  ['user agents, where there are no client hints', 'user-agent-os'],
  ['verifying signatures, with `jwks-uri` only', 'verify-id-token'],
  ['fetching an id_token, with `fetch-id-token` only', 'session'],
];

const CLIENT = './entries/client.js';

/** What somebody may import, for the README. */
const IMPORTS = [
  ['one call: `sendSmsCode` of `ciam-login/client`', `export { sendSmsCode } from '${CLIENT}';`],
  ['`ciam-login/client`, all of it', `export * from '${CLIENT}';`],
  ['a call and a client in a browser', `export { createClient, sendSmsCode } from '${CLIENT}';`],
  ['`ciam-login/aliyun-number-auth`', `export * from './entries/aliyun-number-auth.js';`],
  ['`ciam-login/element`, defines no tag', `export * from './entries/element.js';`],
  ['`ciam-login/react`, React not counted', `export * from './entries/react.js';`],
  ['`ciam-login/ssr`, on a server', `export * from './entries/ssr.js';`],
  ["`import 'ciam-login'`", `import './entries/index.js';`],
] as const;

const problems: string[] = [];
const chunks = new Map(
  listFiles('dist/cdn/chunks', '.js').map((path) => [
    basename(path).replace(/-[\w-]{8}\.js$/, ''),
    read(path),
  ]),
);
const first = weigh(read('dist/cdn/ciam-login.js'));
const bundle = weigh(read('dist/cdn/ciam-login.bundle.js'));
const imports = await Promise.all(
  IMPORTS.map(async ([text, code]) => ({ text, ...(await bundleImport(code)) })),
);
const [oneCall = '', client = ''] = imports.map(({ first }) => first.join(''));

printRow('', ['min', 'gzip -9', 'brotli', 'limit']);
printWeight('first load', first, 14_000);
printWeight('bundle', bundle, 46_000);
printWeight('one call alone', weigh(oneCall), 2_500);
for (const [name, code] of chunks) printWeight(`chunks/${name}`, weigh(code));
if (/lit(Element|Html)Versions/.test(client)) problems.push('the client contains Lit');

const methodRows = await measureMethods();
printRow('', ['first', 'later']);
for (const { methods, first: now, later } of methodRows) {
  const [sms, added] = methods;
  printRow(added ? `${sms ?? ''} and ${added}: on top` : `${sms ?? ''} alone`, [now, later]);
}

const importRows: ImportRow[] = imports.map(({ text, first, later }) => ({
  text,
  first: weigh(...first).gzip,
  later: weigh(...later).gzip,
}));
for (const { text, first, later } of importRows) printRow(text, [first, later]);

const sizes = { files: fileRows(), methods: methodRows, imports: importRows };
if (process.argv.includes('--write')) await writeSizes(sizes);
else problems.push(...(await untrueSizes(sizes)));
report(problems, 'everything within its limit, and as the README says');

function fileRows(): FileRow[] {
  const named = CHUNKS.flatMap(([, ...names]) => names);
  const others = [...chunks.keys()].filter((name) => !named.includes(name) && !name.endsWith('-step'));
  const rows = [...CHUNKS, ...others.map((name) => [`\`${name}\`, when it is needed`, name] as const)]
    .map(([text, ...names]) => ({ text, codes: names.flatMap((name) => chunks.get(name) ?? []) }))
    .filter(({ codes }) => codes.length > 0);
  return [
    { text: '`ciam-login.js`: all that a page loads to show the form', weight: first },
    ...rows.map(({ text, codes }) => ({ text, weight: weigh(...codes) })),
    { text: '`ciam-login.bundle.js`: everything in one classic script', weight: bundle },
    { text: 'each further language, at most', weight: heaviestLanguage() },
  ];
}

/** The language of which most bytes are sent. */
function heaviestLanguage(): Weight {
  const weights = listFiles('dist/cdn/locales', '.js').map((path) => weigh(read(path)));
  return weights.sort((a, b) => b.gzip - a.gzip)[0] ?? weigh('');
}

/** What the login by text message costs alone, and what each other method costs on top of it. */
async function measureMethods(): Promise<MethodRow[]> {
  const builds = await buildMethods();
  const [alone] = builds;
  for (const id of ['alipay', 'wechat', 'one-click', 'oneClick'])
    if ([alone.first, ...alone.later].some((code) => code.includes(id)))
      problems.push(`a build with nothing but sms contains ${id}`);
  const gzip = builds.map((built) => ({
    methods: built.methods,
    first: weigh(built.first).gzip,
    later: weigh(...built.later).gzip,
  }));
  const base = gzip[0] ?? { first: 0, later: 0 };
  return gzip.map((row, index) =>
    index ? { ...row, first: row.first - base.first, later: row.later - base.later } : row,
  );
}

function printWeight(name: string, { minified, gzip, brotli }: Weight, limit?: number) {
  printRow(name, [minified, gzip, brotli, limit ?? '–']);
  if (limit !== undefined && gzip > limit)
    problems.push(`${name}: ${gzip} B with gzip, ${limit} is the most`);
  if (minified === 0) problems.push(`${name} is missing: npm run build`);
}

function printRow(name: string, cells: readonly (string | number)[]) {
  console.log(name.padEnd(36) + cells.map((cell) => String(cell).padStart(9)).join(''));
}

function read(path: string): string {
  return existsSync(ROOT + path) ? readFileSync(ROOT + path, 'utf8') : '';
}
