import { fileURLToPath } from 'node:url';
import type { TestRunnerPlugin } from '@web/test-runner';
import { build, type Rolldown } from 'vite';

/**
 * Serves a package in one file. A page of tests asks for each file of its own code one by one; the many small files of
 * a package would make that twice as many.
 *
 * @param name As it is imported.
 */
export function oneFilePlugin(name: string): TestRunnerPlugin {
  const address = `/__one-file__/${name}.js`;
  let code: Promise<string> | undefined;
  return {
    name: 'one-file',
    resolveImport: ({ source }) => (source === name ? address : undefined),
    serve({ path }) {
      return path === address ? (code ??= bundle(name)) : undefined;
    },
  };
}

async function bundle(name: string): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(import.meta.resolve(name)), formats: ['es'] },
    },
  })) as Rolldown.RolldownOutput[];
  return result[0]?.output[0].code ?? '';
}
