import type { Plugin } from 'vite';

const HEAD = 'var CiamLogin = (function(';
const TAIL = '})({});';

/**
 * Of two bundles on a page the first defines the tag; with this, `window.CiamLogin` stays its own, too. The second one
 * runs all the same, and says that it came too late.
 */
export function firstGlobal(): Plugin {
  return {
    name: 'first-global',
    renderChunk(code) {
      const script = code.trim();
      if (!script.startsWith(HEAD) || !script.endsWith(TAIL)) throw new Error(`not ${HEAD}…${TAIL}`);
      const body = script.slice(HEAD.length, -TAIL.length);
      // No line moves: the source map stays true.
      return {
        code: `var CiamLogin = ((own) => CiamLogin || own)((function(${body}})({}));`,
        map: null,
      };
    },
  };
}
