import { describe, expect, it } from 'vitest';
import { osOnly } from '../../../scripts/os-only-parser.js';
import { parserIn, parserSource } from './parser-in.js';
import { USER_AGENTS } from './user-agents.js';

describe('promise D5: the parser without what nobody asks', () => {
  const Whole = parserIn(undefined);
  const Lean = parserIn(undefined, osOnly(parserSource).replace('export default', 'module.exports ='));

  it('promise D5: is a fraction of it', () => {
    expect(osOnly(parserSource).length).toBeLessThan(parserSource.length * 0.5);
  });

  it.each(USER_AGENTS)('promise D5: names the same system: $os, $ua', ({ ua }) => {
    expect({ ...new Lean(ua).getOS() }).toEqual({ ...new Whole(ua).getOS() });
  });

  it('a file that is laid out in another way fails the build', () => {
    expect(() => osOnly('var regexes = {}')).toThrow(/laid out/);
  });
});
