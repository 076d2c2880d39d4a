import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';

/** What a module gave, and what it reached for while it was evaluated. */
export interface Evaluated {
  readonly exported: Readonly<Record<string, unknown>>;
  /** `window`, `setTimeout`, `import ./other.js`, a new global: anything that is not the language itself. */
  readonly touched: readonly string[];
}

/** What browsers have and Node has not. */
const BROWSER = [
  ...[
    'window',
    'document',
    'localStorage',
    'sessionStorage',
    'navigator',
    'location',
    'history',
    'customElements',
  ],
  ...['self', 'top', 'parent', 'screen', 'matchMedia', 'addEventListener', 'HTMLElement', 'XMLHttpRequest'],
  ...['requestAnimationFrame', 'requestIdleCallback', 'MutationObserver', 'indexedDB', 'trustedTypes'],
];

/** Source of a file of `src/methods`. */
export function sourceOf(file: string): string {
  return readFileSync(new URL(`../../../src/methods/${file}.ts`, import.meta.url), 'utf8');
}

/** Evaluates a module in a world of its own: the language, with a trap in place of everything else. */
export function evaluateAlone(source: string): Evaluated {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: false,
    },
  });
  const exported: Record<string, unknown> = {};
  const touched: string[] = [];
  const context = createContext();
  const world = runInContext('globalThis', context) as object;
  const language = new Set(Reflect.ownKeys(world));
  const hosts = [...BROWSER, ...Object.getOwnPropertyNames(globalThis)].filter((name) => !language.has(name));
  for (const name of hosts) {
    const note = () => void touched.push(name);
    Object.defineProperty(world, name, { get: note, set: note, configurable: true });
  }
  const require = (path: string) => {
    touched.push(`import ${path}`);
    return {};
  };
  const before = new Set(Reflect.ownKeys(world));
  try {
    const run = runInContext(`(function (exports, require) {${outputText}\n})`, context) as (
      ...args: unknown[]
    ) => void;
    run(exported, require);
  } catch (error) {
    touched.push(String(error));
  }
  for (const name of Reflect.ownKeys(world)) if (!before.has(name)) touched.push(`${String(name)} =`);
  return { exported, touched };
}
