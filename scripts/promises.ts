/**
 * Writes into `docs/promises.md` which test files show each promise: `npm run promises`. A test shows a promise by its
 * name (`promise N4: …`). With `--check` it writes nothing, and fails when the table is not what it would have written,
 * when a test speaks of a promise that the table does not have, or when a row has neither a test nor a reason.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { listFiles, report, ROOT } from './files.js';

const TABLE = 'docs/promises.md';
const ROW = /^\| ([A-Z]\d+) +\| (.*?) +\| (.*?) +\|$/;

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
  `${String(known.size)} promises, ${String(shownBy.size)} shown by tests; the others say what is missing`,
);

function writeRow(line: string): string {
  const [, id, promise, proof] = ROW.exec(line) ?? [];
  if (id === undefined || promise === undefined || proof === undefined) return line;
  known.add(id);
  const files = shownBy.get(id);
  const others = proof.split('<br>').filter((part) => !part.startsWith('`test/'));
  if (!files && !others.some((part) => /^(open|check):/.test(part))) {
    problems.push(`${id}: neither a test, nor a check, nor "open:" and what is missing`);
  }
  const cells = [...(files ?? []).map((file) => `\`${file}\``), ...others.filter((part) => part !== '–')];
  return `| ${id} | ${promise} | ${cells.join('<br>') || '–'} |`;
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
