/**
 * Writes `custom-elements.json` from the comments in `src`, for editors and documentation tools: `npm run manifest`.
 * With `--check` it writes nothing, and fails when the file is not what it would have written.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { report, ROOT } from './files.js';

interface Manifest {
  modules: { path: string; declarations: { customElement?: boolean }[] }[];
}

const FILE = 'custom-elements.json';

const manifest = analyze();
if (!process.argv.includes('--check')) {
  writeFileSync(ROOT + FILE, manifest);
} else {
  const upToDate = existsSync(ROOT + FILE) && readFileSync(ROOT + FILE, 'utf8') === manifest;
  report(upToDate ? [] : [`${FILE} is not what src says: npm run manifest`], `${FILE} is up to date`);
}

function analyze(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ciam-login-manifest-'));
  try {
    const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
    const args = [analyzer, 'analyze', '--quiet', '--outdir', relative(ROOT, folder)];
    execFileSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    const found = JSON.parse(nameBuiltFiles(readFileSync(join(folder, FILE), 'utf8'))) as Manifest;
    found.modules = found.modules
      .filter(({ declarations }) => declarations.some((declaration) => declaration.customElement))
      .sort((a, b) => (a.path < b.path ? -1 : 1)); // the analyzer goes by the order on the disk
    return `${JSON.stringify(found, null, 2)}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The package has no `src`: whatever is found in `src/entries/element.ts` is imported from `dist/element.js`. */
function nameBuiltFiles(json: string): string {
  return json.replaceAll(/"(\/?)src\/(?:entries\/)?([^"\s]+)\.[jt]s"/g, '"$1dist/$2.js"');
}
