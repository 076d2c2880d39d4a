import { build } from 'vite';
import { ROOT } from './files.js';

/** What a bundler makes of an import. */
export interface ImportBuild {
  /** What is there at once: the app's file, and chunks that it imports statically. */
  readonly first: readonly string[];
  /** Every chunk that may be fetched later. */
  readonly later: readonly string[];
}

/**
 * Bundles an app that does nothing but re-export something of ours, with a bundler that knows nothing of this project.
 *
 * @param code its paths begin in `src`: `export { sendSmsCode } from './entries/client.js';`
 */
export async function bundleImport(code: string): Promise<ImportBuild> {
  const id = `${ROOT}src/app.js`;
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    plugins: [
      {
        name: 'app',
        resolveId: (source) => (source === id ? id : undefined),
        load: (loaded) => (loaded === id ? code : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: id, formats: ['es'] },
      // The app has its React already.
      rolldownOptions: { external: /^react($|\/)/, output: { minify: true } },
    },
  });
  const chunks = [result]
    .flat()
    .flatMap((built) => ('output' in built ? built.output : []))
    .filter((part) => part.type === 'chunk');
  const atOnce = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of atOnce)
    // grows meanwhile
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) atOnce.add(chunk);
  return {
    first: [...atOnce].map((chunk) => chunk.code),
    later: chunks.filter((chunk) => !atOnce.has(chunk)).map((chunk) => chunk.code),
  };
}
