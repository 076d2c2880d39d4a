import type { Plugin } from 'vite';

const LIT = /[\\/](?:lit-html|lit-element|@lit[\\/]reactive-element)[\\/][\w-]+\.js$/;

/** What polyfills of shadow DOM, and Lit's own hydration, leave on `globalThis`, as Lit asks for it: `a.litHtmlPolyfillSupport`. */
const HOOK = /\b\w+\.(?:\w+(?:Polyfill|Hydrate)Support|ShadyCSS)\b/g;

/**
 * Leaves out of Lit what it does where a polyfill stands in for shadow DOM: every browser that reads ES2022 has one of
 * its own, and polyfills step back there. Neither is there Lit's hydration of what a server has drawn: `takeOver` does that.
 * The minifier takes away what then never happens.
 */
export function noPolyfillHooks(): Plugin {
  return {
    name: 'no-polyfill-hooks',
    transform: (code, id) => (LIT.test(id) ? { code: code.replace(HOOK, 'undefined'), map: null } : null),
  };
}
