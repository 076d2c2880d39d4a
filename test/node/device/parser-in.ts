import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';

const path = createRequire(import.meta.url).resolve('ua-parser-js/src/ua-parser.js');

/** The source of ua-parser-js, as it is published. */
export const parserSource = readFileSync(path, 'utf8');

/** What ua-parser-js exports. */
export type Parser = new (userAgent: string) => { getOS(): object };

/** Loads ua-parser-js anew, or another source, as a page does that has this `window`. */
export function parserIn(window: object | undefined, source = parserSource): Parser {
  const module = { exports: {} as unknown };
  runInNewContext(source, { module, exports: module.exports, window });
  const exported = module.exports as Parser & { UAParser?: Parser };
  return exported.UAParser ?? exported;
}
