import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { osOnly } from '../../../scripts/os-only-parser.js';
import { USER_AGENTS } from './user-agents.js';

const path = createRequire(import.meta.url).resolve('ua-parser-js/src/ua-parser.js');
const source = readFileSync(path, 'utf8');

type Parser = new (userAgent: string) => { getOS(): object };

function parserOf(code: string): Parser {
  const module = { exports: {} as unknown };
  runInNewContext(code, { module, exports: module.exports, window: undefined });
  const exported = module.exports as Parser & { UAParser?: Parser };
  return exported.UAParser ?? exported;
}

describe('promise D5: the parser without what nobody asks', () => {
  const Whole = parserOf(source);
  const Lean = parserOf(osOnly(source).replace('export default', 'module.exports ='));

  it('promise D5: is a fraction of it', () => {
    expect(osOnly(source).length).toBeLessThan(source.length * 0.5);
  });

  it.each(USER_AGENTS)('promise D5: names the same system: $os, $ua', ({ ua }) => {
    expect({ ...new Lean(ua).getOS() }).toEqual({ ...new Whole(ua).getOS() });
  });

  it('a file that is laid out in another way fails the build', () => {
    expect(() => osOnly('var regexes = {}')).toThrow(/laid out/);
  });
});
