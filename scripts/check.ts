/** `npm run check`: everything that can be said about the code without running it, and about what is built from it. */
import { readFileSync } from 'node:fs';
import { ROOT } from './files.js';
import { runStages, type Stage } from './stages.js';

const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  scripts: Record<string, string>;
};

const stage = (name: string, ...args: string[]): Stage => ({
  name,
  command: ['npm', 'run', '--silent', name, ...args],
  limitSeconds: 240,
});

/** Those that take longest go first, so that at the end nothing is waited for alone. */
const LONGEST = ['check:lint', 'check:sizes'];
/** Not for every day: two whole builds. */
const BY_HAND = ['check:reproducible'];
const checks = Object.keys(scripts).filter((name) => name.startsWith('check:') && !BY_HAND.includes(name));
const order = [...LONGEST, ...checks.filter((name) => !LONGEST.includes(name))];

// Some checks look at what is built, so that comes first.
await runStages([stage('build', '--', '--if-stale')]);
await runStages(
  order.map((name) => stage(name)),
  2,
);
