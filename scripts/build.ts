/**
 * `npm run build`: makes all of `dist/`. With modes of `vite.config.ts` as arguments, only these, into what is there.
 * With `--if-stale`, nothing where what is there is what would be made.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { buildInputs, isBuilt, stampBuild } from './build-stamp.js';
import { ROOT } from './files.js';
import { bundledLicences } from './production-packages.js';

const modes = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
process.chdir(ROOT);

if (process.argv.includes('--if-stale') && isBuilt()) {
  console.log('dist/ is what a build would make');
} else if (modes.length > 0) {
  await buildModes(modes);
} else {
  const inputs = buildInputs();
  rmSync('dist', { recursive: true, force: true });
  const types = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  if (spawnSync(process.execPath, types, { stdio: 'inherit' }).status !== 0) process.exit(1);
  await buildModes(['package', 'cdn', 'bundle', 'locales', 'demo']);
  writeFileSync('dist/cdn/LICENSES.txt', bundledLicences());
  stampBuild(inputs);
}

async function buildModes(names: readonly string[]): Promise<void> {
  for (const mode of names) await build({ mode, logLevel: 'warn' });
}
