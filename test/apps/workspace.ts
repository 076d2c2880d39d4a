import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, ROOT } from '../../scripts/files.js';
import type { App } from './apps.js';
import { type Outcome, run } from './command.js';

const FOLDER = 'artifacts/apps';
const WORK = join(ROOT, FOLDER);
const TARBALL = 'ciam-login.tgz';

/** What stands in the apps for people's own addresses. */
const PLACEHOLDERS = {
  tenant: 'https://tenant.example.com',
  cdn: 'https://your.cdn/',
};
const SOURCE = /\.(html|tsx?|vue|svelte)$/;
const INSTALLED_CDN = 'node_modules/ciam-login/dist/cdn/';

/** The part of an app's package.json that matters here. */
interface Manifest {
  scripts?: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Packs what would be published. */
export async function pack(): Promise<void> {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  const { ok, output } = await run(ROOT, `npm pack --ignore-scripts --pack-destination ${WORK}`);
  if (!ok) throw new Error(`npm pack: ${output}`);
  renameSync(join(WORK, `ciam-login-${ownVersion()}.tgz`), join(WORK, TARBALL));
}

/** A copy of an app in which the package is the packed one, and the tenant the one that runs here. */
export class Workspace {
  readonly folder: string;
  readonly #manifest: Manifest;

  constructor(app: App, tenant: string) {
    this.folder = join(WORK, app.name);
    cpSync(join(ROOT, 'demo/apps', app.name), this.folder, {
      recursive: true,
      filter: (path) => !path.endsWith('node_modules'),
    });
    for (const path of listFiles(join(FOLDER, app.name), '').filter((name) => SOURCE.test(name))) {
      edit(join(ROOT, path), (text) =>
        text.replaceAll(PLACEHOLDERS.tenant, tenant).replaceAll(PLACEHOLDERS.cdn, INSTALLED_CDN),
      );
    }
    this.#manifest = JSON.parse(readFileSync(join(this.folder, 'package.json'), 'utf8')) as Manifest;
    const version = ownVersion();
    if (this.#manifest.dependencies['ciam-login'] !== version)
      throw new Error(`demo/apps/${app.name} does not ask for ciam-login ${version}`);
    edit(join(this.folder, 'package.json'), (text) =>
      text.replace(`"ciam-login": "${version}"`, `"ciam-login": "file:../${TARBALL}"`),
    );
  }

  /** Nothing that is installed runs code at that, as in the project itself. */
  install(): Promise<Outcome> {
    return run(
      this.folder,
      'npm install --ignore-scripts --no-package-lock --no-audit --no-fund --prefer-offline',
    );
  }

  /** Runs one of the app's own scripts; undefined when it has none of this name. */
  async script(name: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome | undefined> {
    return this.#manifest.scripts?.[name] ? run(this.folder, `npm run --silent ${name}`, env) : undefined;
  }

  /** Which versions the app asks for; they are exact. */
  versions(names: readonly string[]): string {
    const all = { ...this.#manifest.dependencies, ...this.#manifest.devDependencies };
    return names.map((name) => `${name} ${all[name] ?? '?'}`).join(', ');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function ownVersion(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}
