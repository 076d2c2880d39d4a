import type { Plugin } from 'vite';

const LIT = /[\\/](?:lit-html|lit-element|@lit[\\/]reactive-element)[\\/][\w-]+\.js$/;

const CUTS: readonly (readonly [RegExp, string])[] = [
  // What polyfills of shadow DOM leave on `globalThis`, as Lit asks for it: `a.litHtmlPolyfillSupport`. Every browser
  // that reads ES2022 has a shadow DOM of its own, and polyfills step back there. Neither is there Lit's own hydration of
  // what a server has drawn: `takeOver` does that.
  [/\b\w+\.(?:\w+(?:Polyfill|Hydrate)Support|ShadyCSS)\b/g, 'undefined'],
  // What decorators would leave for Lit: there are none here. It writes to `Symbol`, which pages may have frozen.
  [/\bSymbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/g, ''],
  [/\bthis\[Symbol\.metadata\]/g, 'null'],
  // What whoever writes styles is told: ours are written. It stays an error.
  [/"CSSResult is not constructable[^"]*"/g, ''],
  [/"Value passed to 'css'[^"]*"\+\w+\+"[^"]*"/g, ''],
];

/** Leaves out of Lit what nothing here hooks into. The minifier takes away what then never happens. */
export function litWithoutHooks(): Plugin {
  return {
    name: 'lit-without-hooks',
    transform: (code, id) =>
      LIT.test(id) ? { code: CUTS.reduce((rest, cut) => rest.replace(...cut), code), map: null } : null,
  };
}
