/** `npm run build`: makes all of `dist/`. With arguments, only these modes of `vite.config.ts`, into what is there. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { ROOT } from './files.js';
import { bundledLicences } from './production-packages.js';

const modes = process.argv.slice(2);
process.chdir(ROOT);

if (modes.length === 0) {
  rmSync('dist', { recursive: true, force: true });
  const types = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  if (spawnSync(process.execPath, types, { stdio: 'inherit' }).status !== 0) process.exit(1);
  modes.push('package', 'cdn', 'bundle', 'locales', 'demo');
  mkdirSync('dist/cdn', { recursive: true });
  writeFileSync('dist/cdn/LICENSES.txt', bundledLicences());
}
for (const mode of modes) await build({ mode, logLevel: 'warn' });
