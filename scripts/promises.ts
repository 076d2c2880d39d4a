/**
 * Writes into `docs/promises.md` which test files show each promise: `npm run promises`. A test shows a promise by its
 * name (`promise N4: …`). With `--check` it writes nothing, and fails
 *
 * - when a row has neither a test nor a check, or names a test that does not (or no longer) speak of it;
 * - when a test speaks of a promise that the table does not have, or a check is no script of package.json;
 * - when a promise is made for every engine, and all of its tests run in one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runsInEveryEngine } from '../test/support/once.js';
import { listFiles, report, ROOT } from './files.js';

const TABLE = 'docs/promises.md';
const ROW = /^\| ([A-Z]\d+) +\| (.*?) +\| (.*?) +\|$/;
const EVERY_ENGINE = /\(every engine\)/;

const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const shownBy = readTests();
const problems: string[] = [];
const known = new Set<string>();

const before = readFileSync(ROOT + TABLE, 'utf8');
const after = before.split('\n').map(writeRow).join('\n');
for (const [id, files] of shownBy) {
  if (!known.has(id)) problems.push(`${String(files[0])} speaks of ${id}, which ${TABLE} does not have`);
}
if (!process.argv.includes('--check')) writeFileSync(ROOT + TABLE, after);
else if (after !== before) problems.push(`${TABLE} is not what the tests say: npm run promises`);
report(
  problems,
  `${String(known.size)} promises, ${String(shownBy.size)} shown by tests, the others by checks`,
);

function writeRow(line: string): string {
  const [, id, promise, proof] = ROW.exec(line) ?? [];
  if (id === undefined || promise === undefined || proof === undefined) return line;
  known.add(id);
  const files = shownBy.get(id) ?? [];
  const parts = proof.split('<br>').filter((part) => part !== '–');
  const others = parts.filter((part) => !part.startsWith('`test/'));
  const named = parts.filter((part) => part.startsWith('`test/')).map((part) => part.replaceAll('`', ''));
  const complain = (what: string) => problems.push(`${id}: ${what}`);

  for (const file of named.filter((each) => !files.includes(each)))
    complain(existsSync(ROOT + file) ? `${file} no longer speaks of it` : `${file} does not exist`);
  if (!files.length && !others.some((part) => part.startsWith('check:')))
    complain('neither a test nor a check');
  for (const other of others.filter((part) => !part.startsWith('check:')))
    complain(`"${other}" is neither a test nor a check`);
  for (const script of others.flatMap(scriptsOf))
    if (!Object.hasOwn(scripts, script)) complain(`package.json has no script ${script}`);
  if (EVERY_ENGINE.test(promise) && !files.some(runsInEveryEngine))
    complain('it is made for every engine, and no test of it runs in each: see ONCE in test/support/once.ts');

  const cells = [...files.map((file) => `\`${file}\``), ...others];
  return `| ${id} | ${promise} | ${cells.join('<br>') || '–'} |`;
}

/** The scripts that a cell names: `check:sizes`, `npm run test:apps`. */
function scriptsOf(cell: string): string[] {
  return [...cell.matchAll(/`(?:npm run )?([a-z]+(?::[a-z]+)?)`/g)].map(([, name = '']) => name);
}

/** Test files by the promises that their tests' names begin with: `promise N2: …`, `promise O1, O2: …`. */
function readTests(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of ['.test.ts', '.spec.ts'].flatMap((ending) => listFiles('test', ending))) {
    const names = readFileSync(ROOT + file, 'utf8').matchAll(/['"`]promises? ((?:[A-Z]\d+(?:, | and )?)+)/g);
    const ids = new Set([...names].flatMap(([, list = '']) => list.match(/[A-Z]\d+/g) ?? []));
    for (const id of ids) found.set(id, [...(found.get(id) ?? []), file]);
  }
  return found;
}
