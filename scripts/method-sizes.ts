import { basename } from 'node:path';
import { build } from 'vite';
import { listFiles, ROOT } from './files.js';

/** What a page would load of a `ciam-login.js` that has these methods and no others. */
export interface MethodBuild {
  /** The ids of its methods. */
  readonly methods: readonly string[];
  /** The file that shows the form. */
  readonly first: string;
  /** Every chunk that may be fetched later. */
  readonly later: readonly string[];
}

/** Builds the login by text message alone, then with each of the other methods added to it. */
export async function buildMethods(): Promise<[alone: MethodBuild, ...withOne: MethodBuild[]]> {
  const others = listFiles('src/methods', '-step.ts')
    .map((path) => basename(path, '-step.ts'))
    .filter((id) => id !== 'sms');
  const alone = await buildWith(['sms']);
  const withOne: MethodBuild[] = [];
  for (const id of others) withOne.push(await buildWith(['sms', id]));
  return [alone, ...withOne];
}

/** Builds as `cdn` in `vite.config.ts` does, but for the methods. */
async function buildWith(methods: readonly string[]): Promise<MethodBuild> {
  const id = `${ROOT}src/own-choice.js`;
  const names = methods.map((method) => method.replace(/-./g, (match) => match.charAt(1).toUpperCase()));
  const code = `
    import { LoginElement } from './entries/element.js';
    ${methods.map((method, index) => `import { ${names[index] ?? ''} } from './methods/${method}.js';`).join('\n')}
    customElements.define('my-login', class extends LoginElement {
      static loginMethods = [${names.join()}];
    });`;
  const result = await build({
    root: ROOT,
    mode: 'cdn',
    logLevel: 'error',
    plugins: [
      {
        name: 'own-choice',
        resolveId: (source) => (source === id ? id : undefined),
        load: (loaded) => (loaded === id ? code : undefined),
      },
    ],
    build: { write: false, sourcemap: false, lib: { entry: { 'ciam-login': id } } },
  });
  const chunks = [result]
    .flat()
    .flatMap((built) => ('output' in built ? built.output : []))
    .filter((part) => part.type === 'chunk');
  return {
    methods,
    first: chunks.find(({ isEntry }) => isEntry)?.code ?? '',
    later: chunks.filter(({ isEntry }) => !isEntry).map((chunk) => chunk.code),
  };
}
