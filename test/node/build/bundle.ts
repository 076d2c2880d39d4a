import { fileURLToPath } from 'node:url';
import { type PluginOption, type Rolldown, build } from 'vite';

/** A file that a bundler emits, and the modules that went into it. */
export interface Emitted {
  readonly name: string;
  readonly text: string;
  readonly modules: readonly string[];
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What a bundler makes of an app whose one file this is: every file, those included that are loaded later. */
export async function bundle(source: string, plugins: PluginOption[] = []): Promise<Emitted[]> {
  const id = `${ROOT}src/app.ts`;
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    publicDir: false,
    plugins: [
      ...plugins,
      {
        name: 'app',
        resolveId: (path) => (path === id ? id : undefined),
        load: (path) => (path === id ? source : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: id, formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  });
  return [result]
    .flat()
    .flatMap((built) => ('output' in built ? built.output : []))
    .map(toEmitted);
}

function toEmitted(file: Rolldown.OutputChunk | Rolldown.OutputAsset): Emitted {
  const name = file.fileName;
  if (file.type === 'asset') return { name, text: file.source.toString(), modules: [] };
  return { name, text: file.code, modules: file.moduleIds.map((path) => path.replace(ROOT, '')) };
}
