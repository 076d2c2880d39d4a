/**
 * `npm run test:apps [name…] [-- --write]`: packs the package, and of each app below `demo/apps` installs a copy with
 * it, checks its types, builds it, and logs in on its page. Prints a table; with `--write` also into docs/frameworks.md.
 */
import { APPS } from './apps.js';
import { OutsideWorld } from './outside-world.js';
import { tableOf, writeTable } from './table.js';
import { tryApp, type Trial } from './try-app.js';
import { pack } from './workspace.js';

// What was started ends with this process, but only if it ends by itself: whoever is told to stop by a signal has to.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const isWriting = process.argv.includes('--write');
const names = process.argv.slice(2).filter((word) => word !== '--write');
const unknown = names.filter((name) => !APPS.some((app) => app.name === name));
if (unknown.length > 0)
  throw new Error(`no such app: ${unknown.join(', ')}; there are ${APPS.map((app) => app.name).join(', ')}`);

const begin = Date.now();
await pack();
const world = await OutsideWorld.start();
const trials: Trial[] = [];
for (const app of APPS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const trial = await tryApp(app, world);
  trials.push(trial);
  console.log(trial.failure ? `✗ ${app.name}: ${trial.failure}` : `✓ ${app.name}`);
}
await world.stop();

const table = await tableOf(trials);
console.log(`\n${table}\n\n${((Date.now() - begin) / 1000).toFixed(0)} s in all`);
const failed = trials.filter(({ failure }) => failure !== undefined);
if (failed.length > 0) process.exitCode = 1;
else if (isWriting && names.length === 0) writeTable(table);
