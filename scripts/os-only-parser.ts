import type { Plugin } from 'vite';

const PARSER = /[\\/]ua-parser-js[\\/]src[\\/]ua-parser\.js$/;

/** What is cut out of the source, and what stands there instead. */
const CUTS: readonly (readonly [RegExp, string])[] = [
  // From the first of the tables to the one about operating systems, which is the last.
  [/browser\s*:\s*\[\[[\s\S]*?(?=\bos\s*:\s*\[\[)/, ''],
  // The questions that nobody asks.
  [/this\.getBrowser = [\s\S]*?(?=this\.getOS = )/, ''],
  [/this\.getResult = [\s\S]*?(?=this\.setUA = )/, ''],
  [/UAParser\.VERSION = [\s\S]*?(?=\/+\s*\/\/ Export)/, ''],
  // A module with one export needs no help of the bundler's; and it would also write into the page's own jQuery.
  [/\(function \(window, undefined\)/, 'export default $&'],
  [/\/\/ check js environment[\s\S]*$/, 'return UAParser;\n})(globalThis.window);\n'],
];

/**
 * Leaves all but the operating systems out of ua-parser-js: nothing else is asked for, and it is five sixths of it. Its
 * version is fixed in package.json; where the file looks different, the build fails.
 */
export function osOnlyParser(): Plugin {
  return {
    name: 'os-only-parser',
    transform: (code, id) => (PARSER.test(id) ? { code: osOnly(code), map: null } : null),
  };
}

/**
 * The source of ua-parser-js with its operating systems alone, as an ES module.
 *
 * @throws {Error} when the source is not laid out as expected.
 */
export function osOnly(code: string): string {
  return CUTS.reduce((rest, [cut, instead]) => {
    if (!cut.test(rest)) throw new Error('ua-parser-js is laid out in another way than it was');
    return rest.replace(cut, instead);
  }, code);
}
