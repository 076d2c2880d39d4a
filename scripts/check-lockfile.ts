/**
 * The lockfile must name exactly what package.json asks for, with a checksum each, and nobody's registry; and nothing
 * that is installed may run code meanwhile.
 */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { report, ROOT } from './files.js';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as Manifest;
const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as {
  packages: Record<
    string,
    Manifest & {
      integrity?: string;
      resolved?: string;
      inBundle?: boolean;
      optionalDependencies?: Record<string, string>;
    }
  >;
};

const problems: string[] = [];
for (const kind of ['dependencies', 'devDependencies'] as const) {
  if (!isDeepStrictEqual(packages['']?.[kind], manifest[kind]))
    problems.push(`${kind} differ from package.json: npm install`);
  for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
    if (!/^\d/.test(version)) problems.push(`package.json: ${name} "${version}" is not an exact version`);
  }
}
const settings = readFileSync(`${ROOT}.npmrc`, 'utf8').split('\n');
if (settings.findLast((line) => line.startsWith('ignore-scripts')) !== 'ignore-scripts=true')
  problems.push('.npmrc does not say ignore-scripts=true: packages would run code while they are installed');
const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
for (const [path, { integrity, resolved, inBundle, optionalDependencies }] of Object.entries(packages)) {
  if (path === '') continue;
  // npm leaves out what it could not find for other systems; then `npm ci` fails, and not only there.
  const lost = Object.keys(optionalDependencies ?? {}).filter((name) => !names.has(name));
  if (lost.length > 0)
    problems.push(`${path} lacks ${lost.join(', ')}: choose a version that has them (overrides)`);
  if (!integrity && !inBundle) problems.push(`${path} has no integrity`);
  if (resolved) problems.push(`${path} names an address: ${resolved}`);
}
report(
  problems,
  `${Object.keys(packages).length - 1} packages, each with a checksum, none with an address; no install script runs`,
);
