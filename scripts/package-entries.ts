import { readFileSync } from 'node:fs';
import { ROOT } from './files.js';

/** A module that people may import. */
export interface PackageEntry {
  /** As they write it: `ciam-login/locales/ar`. */
  readonly name: string;
  /** Its declarations, from the project's folder. */
  readonly types: string;
}

type Exports = Record<string, { types: string; default?: string } | string | null>;

/**
 * What `exports` of package.json opens, a star replaced by each file that it fits; but not what is closed with `null`,
 * nor plain files.
 *
 * @param files paths from the project's folder, as `listFiles` gives them
 */
export function packageEntries(files: readonly string[]): PackageEntry[] {
  const { name, exports } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
    name: string;
    exports: Exports;
  };
  const closed = Object.keys(exports).filter((path) => exports[path] === null);
  return Object.entries(exports).flatMap(([path, target]) => {
    // What has types alone is for a framework's compiler, and no module.
    if (!target || typeof target === 'string' || !target.default) return [];
    const [own = '', types = ''] = [target.default, target.types].map((file) => file.slice('./'.length));
    return starsOf(own, files)
      .filter((star) => !closed.some((pattern) => starsOf(pattern, [path.replace('*', star)]).length > 0))
      .map((star) => ({
        name: name + path.slice(1).replace('*', star),
        types: types.replace('*', star),
      }));
  });
}

/** What may stand for the star of a pattern, going by the paths that are there. Without a star: an empty text, or none. */
function starsOf(pattern: string, paths: readonly string[]): string[] {
  const [head = '', tail] = pattern.split('*');
  if (tail === undefined) return paths.includes(pattern) ? [''] : [];
  return paths
    .filter((path) => path.startsWith(head) && path.endsWith(tail))
    .map((path) => path.slice(head.length, path.length - tail.length));
}
