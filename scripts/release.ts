/**
 * `npm run release`, in the pipeline of a tag: publishes the package with a statement of what it was built from. With
 * `--dry-run` it only looks whether it could.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { report, ROOT } from './files.js';

const PUBLISH = ['publish', '--provenance', '--access', 'public'];

const { version, repository } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  version: string;
  repository?: { url?: string };
};
const lock = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as { version: string };
const changelog = readFileSync(`${ROOT}CHANGELOG.md`, 'utf8');
const tag = `v${version}`;

const problems = [
  git('status', '--porcelain') !== '' && 'there are changes that are not committed',
  !git('tag', '--points-at', 'HEAD').split('\n').includes(tag) &&
    `no tag ${tag} on this commit: git tag ${tag}`,
  lock.version !== version && `package-lock.json has version ${lock.version}: npm install`,
  !changelog.includes(`\n## ${version} `) && `CHANGELOG.md has no "## ${version} – <date>"`,
  /\n## Unreleased\s+(?!## )\S/.test(changelog) && 'CHANGELOG.md has something left under "Unreleased"',
  !repository?.url && 'package.json has no repository, which provenance is about',
].filter((problem) => problem !== false);

report(problems, `version ${version} can be published: npm ${PUBLISH.join(' ')}`);

if (problems.length === 0 && !process.argv.includes('--dry-run')) {
  // From nothing, whatever lies in dist; and once more all that can be shown and said of it.
  for (const args of [
    ['ci'],
    ['test'],
    ['run', 'check'],
    ['run', 'test:apps'],
    ['run', 'check:reproducible'],
    PUBLISH,
  ]) {
    const { status } = spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
}
