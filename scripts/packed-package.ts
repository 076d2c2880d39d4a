import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './files.js';
import { packageEntries } from './package-entries.js';

/** The package as npm would publish it, installed in a folder of its own with what it asks for and nothing else. */
export interface PackedPackage {
  readonly tarball: string;
  /** Where an app would be: `node_modules/ciam-login` is below it. */
  readonly app: string;
  /** Paths within the package. */
  readonly files: readonly string[];
  /** Everything that can be imported as a module: `ciam-login/locales/ar`. */
  readonly modules: readonly string[];
  remove(): void;
}

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Packs what is built; `remove()` it afterwards. */
export function packPackage(): PackedPackage {
  const app = mkdtempSync(join(tmpdir(), 'ciam-login-package-'));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', app];
  const [packed] = JSON.parse(execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8', stdio: QUIET })) as [
    { filename: string; files: { path: string }[] },
  ];
  const tarball = join(app, packed.filename);
  const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as Manifest;
  const folder = join(app, 'node_modules', manifest.name);
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', folder]);
  linkPackages(manifest, join(app, 'node_modules'));
  const files = packed.files.map(({ path }) => path);
  return {
    tarball,
    app,
    files,
    modules: packageEntries(files).map(({ name }) => name),
    remove: () => {
      rmSync(app, { recursive: true, force: true });
    },
  };
}

const QUIET = ['ignore', 'pipe', 'ignore'] as const satisfies ('ignore' | 'pipe')[];

/** What an install would put beside it, from what is installed here: so nothing is fetched. */
function linkPackages({ dependencies, peerDependencies }: Manifest, folder: string): void {
  const names = [...Object.keys(dependencies ?? {}), ...Object.keys(peerDependencies ?? {})];
  for (const name of new Set(names.flatMap((each) => [each, `@types/${each}`]))) {
    const installed = `${ROOT}node_modules/${name}`;
    if (!existsSync(installed)) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(installed, join(folder, name));
  }
}
