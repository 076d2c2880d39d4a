import { fileURLToPath } from 'node:url';
import type { TestRunnerPlugin } from '@web/test-runner';
import { build, type Rolldown } from 'vite';

/** What no other plugin looks for. */
const PREFIX = '\0package:';

/**
 * Serves a package in one file. A page of tests asks for each file of its own code one by one; the many small files of
 * a package would make that twice as many, and a browser cannot import those that are CommonJS.
 *
 * @param names As they are imported. What several need is there once: a page has one React only.
 */
export function oneFilePlugin(...names: string[]): TestRunnerPlugin {
  const folder = `/__one-file__/${names[0] ?? ''}/`;
  let code: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    name: 'one-file',
    resolveImport: ({ source }) => (names.includes(source) ? `${folder}${source}.js` : undefined),
    async serve({ path }) {
      if (!path.startsWith(folder)) return undefined;
      return (await (code ??= bundle(names))).get(path.slice(folder.length));
    },
  };
}

/** The files by their names, shared ones too. */
async function bundle(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const results = (await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [
      { name: 'named-exports', resolveId: (id) => (id.startsWith(PREFIX) ? id : null), load: reexport },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: Object.fromEntries(names.map((name) => [name, `${PREFIX}${name}`])) },
      lib: {
        entry: [],
        formats: ['es'],
        fileName: (_, name) => `${name}.js`,
      },
    },
  })) as Rolldown.RolldownOutput[];
  const files = results.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
  return new Map(files.map(({ fileName, code }) => [fileName, code]));
}

/** Exports by name what a package has: to a bundler CommonJS has a default only. */
async function reexport(id: string): Promise<string | null> {
  if (!id.startsWith(PREFIX)) return null;
  const address = import.meta.resolve(id.slice(PREFIX.length));
  const names = Object.keys((await import(address)) as object).filter((name) =>
    /^(?!default$)\w+$/.test(name),
  );
  return `export { ${names.join(', ')} } from ${JSON.stringify(fileURLToPath(address))};`;
}
