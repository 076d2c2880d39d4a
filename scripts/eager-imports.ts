import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseSync, type Plugin } from 'vite';

const LAZY = /(?<!typeof )\bimport\(\s*'([^']+)'\s*\)/g;

/**
 * Makes every `import()` of our own a plain import: in a file that holds everything nothing is saved by waiting, and
 * the bundler would wrap each module in a function of its own to keep its code from running early. Ours run nothing.
 */
export function eagerImports(): Plugin {
  return {
    name: 'eager-imports',
    enforce: 'pre', // before types are gone, so that `typeof import()` can be told apart
    transform: (code, id) =>
      /[\\/]src[\\/].*\.ts$/.test(id) ? { code: withoutLazy(code, dirname(id)), map: null } : null,
  };
}

function withoutLazy(code: string, folder: string): string {
  const imports: string[] = [];
  const eager = code.replace(LAZY, (_, path: string) => {
    // By their names, and not as a namespace, whose members the minifier could neither rename nor move.
    const pairs = exportsOf(resolve(folder, path.replace(/js$/, 'ts'))).map(
      (name) => [name, `eager${imports.length}_${name}`] as const,
    );
    imports.push(`import { ${pairs.map(([name, local]) => `${name} as ${local}`).join()} } from '${path}';`);
    return `Promise.resolve({ ${pairs.map(([name, local]) => `${name}: ${local}`).join()} })`;
  });
  // At the end, so that no line moves: the source map stays true.
  return [eager, ...imports].join('\n');
}

/** The names of the values that a module exports. */
function exportsOf(file: string): string[] {
  return parseSync(file, readFileSync(file, 'utf8'))
    .module.staticExports.flatMap(({ entries }) => entries)
    .flatMap(({ isType, exportName }) => (isType ? [] : (exportName.name ?? [])));
}
