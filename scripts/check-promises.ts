/**
 * Holds `docs/promises.md` against the tests: every promise has a row; a file that a row names exists and has a test of
 * that name (`promise N4 …`); and no test speaks of a promise that the table does not know.
 */
import { existsSync, readFileSync } from 'node:fs';
import { listFiles, report, ROOT } from './files.js';

const TABLE = 'docs/promises.md';
const LAST: Readonly<Record<string, number>> = { N: 11, D: 7, O: 6, A: 8, S: 8, F: 4, P: 5 };

const problems: string[] = [];
const rows = readRows();
let shown = 0;

for (const [letter, last] of Object.entries(LAST)) {
  for (let number = 1; number <= last; number++) checkRow(`${letter}${String(number)}`);
}

for (const file of ['.test.ts', '.spec.ts'].flatMap((ending) => listFiles('test', ending))) {
  for (const id of promisesIn(file)) {
    if (!rows.get(id)?.includes(file)) problems.push(`${file} shows ${id}; ${TABLE} does not name it there`);
  }
}

report(
  problems,
  `${String(rows.size)} promises, ${String(shown)} with tests; the others say what is missing`,
);

function checkRow(id: string): void {
  const row = rows.get(id);
  if (row === undefined) {
    problems.push(`${TABLE} has no row for ${id}`);
    return;
  }
  const files = [...row.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
  if (files.length > 0) shown++;
  else if (!row.includes('open:')) problems.push(`${id}: neither a test, nor "open:" and what is missing`);
  for (const file of files) {
    if (!existsSync(ROOT + file)) problems.push(`${id}: ${file} does not exist`);
    else if (!promisesIn(file).has(id)) problems.push(`${id}: ${file} has no test of that name`);
  }
}

function readRows(): Map<string, string> {
  const lines = readFileSync(ROOT + TABLE, 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const id = /^\| ([A-Z]\d+) /.exec(line)?.[1];
      return id === undefined ? [] : [[id, line] as const];
    }),
  );
}

/** The promises that a file's test names begin with: `promise N2: …`, `promise O1, O2: …`. */
function promisesIn(file: string): Set<string> {
  const names = readFileSync(ROOT + file, 'utf8').matchAll(/['"`]promises? ((?:[A-Z]\d+(?:, | and )?)+)/g);
  return new Set([...names].flatMap(([, ids = '']) => ids.match(/[A-Z]\d+/g) ?? []));
}
