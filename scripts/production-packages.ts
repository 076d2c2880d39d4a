import { readdirSync, readFileSync } from 'node:fs';
import { listFiles, ROOT } from './files.js';

/** A package that users of ciam-login get with it. */
export interface ProductionPackage {
  name: string;
  version: string;
  /** As its own package.json says; empty when it says nothing. */
  licence: string;
  folder: string;
}

/** Everything in the lockfile that is not for development only, read from what is installed. */
export function listProductionPackages(): ProductionPackage[] {
  const lock = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && entry.dev !== true)
    .map(([path]) => readPackage(`${ROOT}${path}`));
}

function readPackage(folder: string): ProductionPackage {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    name: string;
    version: string;
    license?: unknown;
  };
  return { name, version, licence: typeof license === 'string' ? license : '', folder };
}

/** The licence texts that have to go with the files for script tags: ours, and that of each package inside of them. */
export function bundledLicences(): string {
  const inside = bundledPackages();
  const others = listProductionPackages().filter(({ name }) => inside.has(name));
  const missing = [...inside].filter((name) => !others.some((other) => other.name === name));
  if (missing.length > 0) throw new Error(`dist/cdn contains ${missing.join(', ')}: no production package`);
  return [readPackage(ROOT.slice(0, -1)), ...others]
    .map(({ name, version, licence, folder }) => {
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : '';
      if (text === '') throw new Error(`${name} has no licence text, and dist/cdn contains it`);
      return `${name} ${version} (${licence})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** The packages that code in `dist/cdn` comes from, as its source maps tell. */
function bundledPackages(): Set<string> {
  const sources = listFiles('dist/cdn', '.js.map').flatMap(
    (path) => (JSON.parse(readFileSync(ROOT + path, 'utf8')) as { sources: string[] }).sources,
  );
  return new Set(sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []));
}
