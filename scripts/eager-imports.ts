import type { Plugin } from 'vite';

const LAZY = /(?<!typeof )\bimport\(\s*('[^']+')\s*\)/g;

/**
 * Makes every `import()` of our own a plain import: in a file that holds everything nothing is saved by waiting, and
 * the bundler would wrap each module in a function of its own to keep its code from running early. Ours run nothing.
 */
export function eagerImports(): Plugin {
  return {
    name: 'eager-imports',
    enforce: 'pre', // before types are gone, so that `typeof import()` can be told apart
    transform: (code, id) =>
      /[\\/]src[\\/].*\.ts$/.test(id) ? { code: withoutLazy(code), map: null } : null,
  };
}

function withoutLazy(code: string): string {
  const imports: string[] = [];
  const eager = code.replace(LAZY, (_, path: string) => {
    const name = `eager${imports.length}`;
    imports.push(`import * as ${name} from ${path};`);
    return `Promise.resolve(${name})`;
  });
  // At the end, so that no line moves: the source map stays true.
  return [eager, ...imports].join('\n');
}
