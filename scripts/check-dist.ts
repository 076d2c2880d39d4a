/**
 * Looks at what `npm run build` made for script tags.
 *
 * The first load of `ciam-login.js` must be one file, so it may import nothing statically. A chunk may import another
 * chunk, whose name holds its hash, but never `./ciam-login.js`: a page that loads `ciam-login.js?v=1` would get the
 * whole module, and the tag, a second time. A language is one file, too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { listFiles, report, ROOT } from './files.js';

const MODULE = 'dist/cdn/ciam-login.js';
const BUNDLE = 'dist/cdn/ciam-login.bundle.js';

const problems: string[] = [];
const chunks = listFiles('dist/cdn/chunks', '.js');
const languages = listFiles('dist/cdn/locales', '.js');

for (const file of [MODULE, BUNDLE, ...languages, ...chunks]) {
  if (!existsSync(ROOT + file)) {
    problems.push(`${file} is missing: npm run build`);
    continue;
  }
  const code = readFileSync(ROOT + file, 'utf8');
  const { staticImports, dynamicImports, importMetas, staticExports, hasModuleSyntax } = parseSync(
    file,
    code,
    {
      sourceType: file === BUNDLE ? 'unambiguous' : 'module',
    },
  ).module;
  const statics = [
    ...staticImports.map((found) => found.moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ];
  const allowed = chunks.includes(file) ? /^\.\/[\w-]+-[\w-]{8}\.js$/ : /^$/;
  if (!statics.every((address) => allowed.test(address)))
    problems.push(`${file} imports ${statics.join(', ')} statically`);
  if (code.includes('process.env')) problems.push(`${file} asks for process.env, which no browser has`);
  // The bundler's own few lines about CommonJS have no source.
  if (!code.includes('sourceMappingURL=') && !file.includes('rolldown-runtime'))
    problems.push(`${file} has no source map`);
  if (file === BUNDLE && (hasModuleSyntax || importMetas.length > 0 || dynamicImports.length > 0)) {
    problems.push(`${file} is not one self-contained classic script`);
  }
}

// A type that TypeScript worked out by itself may come from a package that our users need not have (lit-html, say).
const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as Record<
  'dependencies' | 'peerDependencies',
  Record<string, string>
>;
for (const file of listFiles('dist', '.d.ts')) {
  for (const [, name = ''] of readFileSync(ROOT + file, 'utf8').matchAll(
    /(?:from|import\()\s*['"]((?:@[^/'"]+\/)?[^./'"][^/'"]*)/g,
  )) {
    if (!(name in dependencies || name in peerDependencies))
      problems.push(`${file} needs ${name}, which is no dependency: write the type out`);
  }
}

// The same source gives the same bytes, wherever it lies.
for (const file of ['.js', '.map', '.ts', '.txt'].flatMap((ending) => listFiles('dist', ending))) {
  if (readFileSync(ROOT + file, 'utf8').includes(ROOT)) problems.push(`${file} tells where it was built`);
}

// Without it no server component of React's may use the wrapper, and a bundler may well drop it.
if (!/^['"]use client['"]/.test(readFileSync(`${ROOT}dist/react.js`, 'utf8')))
  problems.push("dist/react.js does not begin with 'use client'");

/** Every file that package.json promises to those who install the package. */
for (const path of promisedFiles())
  if (!existsSync(ROOT + path)) problems.push(`package.json names ${path}, which is missing`);

report(
  problems,
  `one module, ${chunks.length} lazy chunks, ${languages.length} languages, one bundle: none imports the module back`,
);

function promisedFiles(): string[] {
  const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as Record<string, unknown>;
  const strings = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value
        ? Object.values(value).flatMap(strings)
        : [];
  return ['exports', 'types', 'jsdelivr', 'unpkg', 'customElements']
    .flatMap((field) => strings(manifest[field]))
    .filter((path) => !path.includes('*'));
}
