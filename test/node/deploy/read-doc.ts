import { readFileSync } from 'node:fs';

/** A file of the project, by its path. */
export function readFile(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}
