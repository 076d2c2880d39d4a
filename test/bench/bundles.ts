import { fileURLToPath } from 'node:url';
import { build, loadConfigFromFile, type Rolldown } from 'vite';
import { ROOT } from '../../scripts/files.js';

/** The bare Lit element in one file, made by the very build that makes `dist/cdn/ciam-login.js`. */
export async function bareElement(): Promise<string> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'cdn' }, `${ROOT}vite.config.ts`);
  return bundle(
    fileURLToPath(new URL('bare-element.ts', import.meta.url)),
    ROOT,
    loaded?.config.plugins ?? [],
  );
}

/** What an app's bundler makes of a module and all that it imports: one minified file. */
export async function bundle(
  entry: string,
  root: string,
  plugins: NonNullable<Parameters<typeof build>[0]>['plugins'] = [],
): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    publicDir: false,
    plugins,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { minify: true, comments: false, codeSplitting: false } },
    },
  });
  const [file] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return (file as Rolldown.OutputChunk).code;
}
