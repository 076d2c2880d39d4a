/** `npm run check`: everything that can be said about the code without running it, and about what is built from it. */
import { readFileSync } from 'node:fs';
import { ROOT } from './files.js';
import { runStages, type Stage } from './stages.js';

const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  scripts: Record<string, string>;
};

const stage = (name: string): Stage => ({
  name,
  command: ['npm', 'run', '--silent', name],
  limitSeconds: 120,
});

// `check:dist` and `check:sizes` look at what is built, so that comes first.
await runStages(['build', ...Object.keys(scripts).filter((name) => name.startsWith('check:'))].map(stage));
