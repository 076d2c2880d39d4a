/**
 * Builds twice, and fails where a byte differs: whoever has the source can then tell that a published file was made of
 * it. By hand, `npm run check:reproducible`: two whole builds are too long for every run. Each run compares the
 * checksums in docs/cdn.md anyway, which another machine may have written.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { listFiles, report, ROOT } from './files.js';

const first = builtFiles();
const second = builtFiles();
const names = [...new Set([...first.keys(), ...second.keys()])];
report(
  names.filter((name) => first.get(name) !== second.get(name)).map((name) => `${name} differs`),
  `${names.length} files, the same in both builds`,
);

function builtFiles(): Map<string, string> {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: ROOT });
  if (status !== 0) throw new Error('the build fails: npm run build');
  const files = listFiles('dist', '').filter((path) => /\.\w+$/.test(path));
  return new Map(files.map((path) => [path, readFileSync(ROOT + path, 'latin1')]));
}
