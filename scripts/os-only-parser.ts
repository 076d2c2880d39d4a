import type { Plugin } from 'vite';

const PARSER = /[\\/]ua-parser-js[\\/]src[\\/]ua-parser\.js$/;
/** From the first of its tables to the one about operating systems, which is the last. */
const OTHER_TABLES = /browser\s*:\s*\[\[[\s\S]*?(?=\bos\s*:\s*\[\[)/;

/**
 * Leaves the tables of browsers, devices and engines out of ua-parser-js: only its operating systems are asked for,
 * and the rest is four fifths of it. Its version is fixed in package.json; where the file looks different, the build
 * fails.
 */
export function osOnlyParser(): Plugin {
  return {
    name: 'os-only-parser',
    transform: (code, id) => (PARSER.test(id) ? { code: withoutOtherTables(code), map: null } : null),
  };
}

/**
 * The source of ua-parser-js with its table of operating systems alone.
 *
 * @throws {Error} when the source is not laid out as expected.
 */
export function withoutOtherTables(code: string): string {
  if (!OTHER_TABLES.test(code)) throw new Error('ua-parser-js is laid out in another way than it was');
  return code.replace(OTHER_TABLES, 'browser: [], cpu: [], device: [], engine: [],\n');
}
