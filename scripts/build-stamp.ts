import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { listFiles, ROOT } from './files.js';

/** Whatever `dist/` is made from. The lockfile stands for all that is installed. */
const INPUTS = [
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts'],
  ...['src', 'demo', 'scripts'],
];
/** Outside of `dist`, which is packed as it is. */
const STAMP = `${ROOT}node_modules/.cache/ciam-login/build-stamp`;

/** What a build starts from, to be asked for before it begins: somebody may save a file meanwhile. */
export function buildInputs(): string {
  return `${process.version} ${hashOf(INPUTS)}`;
}

/** Writes down what `dist/` was made from, and what was made, when a whole build has ended well. */
export function stampBuild(inputs: string): void {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, `${inputs} ${hashOf(['dist'])}`);
}

/** True when a build would make what is there: neither the sources nor anything in `dist/` has changed since the last. */
export function isBuilt(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === `${buildInputs()} ${hashOf(['dist'])}`;
}

/** A checksum over the names and contents of files, and of all files in folders. */
function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  const files = paths.flatMap((path) => (hasEnding(path) ? [path] : listFiles(path, '').filter(hasEnding)));
  for (const file of files) {
    const content = readFileSync(ROOT + file);
    hash.update(`\n${file} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Files have one, folders have none. */
function hasEnding(path: string): boolean {
  return /\.\w+$/.test(path);
}
