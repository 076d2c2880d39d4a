import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from './files.js';

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

/** The licence texts that have to go with the files for script tags, which contain these packages. */
export function bundledLicences(): string {
  return listProductionPackages()
    .map(({ name, version, licence, folder }) => {
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : '';
      return `${name} ${version} (${licence})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
