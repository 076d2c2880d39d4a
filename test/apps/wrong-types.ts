import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `wrong.tsx(5,10): …`, `"wrong/Wrong.svelte" 12:3 …`, `wrong.ts:12:5 - …` */
const ERROR_AT = /\bwrong\.\w+"?[(: ](\d+)[,:]\d+/gi;
const MARK = 'wrong: ';

/**
 * Compares what a type check said of `wrong/wrong.*` with what is marked there: an error on each line with a mark,
 * and on no other.
 *
 * @returns how many lines were rightly refused
 * @throws {Error} with the lines that are not as they should be
 */
export function countRefused(folder: string, output: string): number {
  const file = readdirSync(join(folder, 'wrong')).find((name) => /^wrong\./i.test(name)) ?? '';
  const lines = readFileSync(join(folder, 'wrong', file), 'utf8').split('\n');
  const marked = lines.flatMap((line, index) => (line.includes(MARK) ? [index + 1] : []));
  const refused = new Set([...output.matchAll(ERROR_AT)].map(([, line]) => Number(line)));
  const problems = [
    ...marked.filter((line) => !refused.has(line)).map((line) => `${file}:${line} is wrong, but compiles`),
    ...[...refused]
      .filter((line) => !marked.includes(line))
      .map((line) => `${file}:${line} does not compile`),
  ];
  if (marked.length === 0) problems.push(`${file} has no line marked "${MARK.trim()}"`);
  if (problems.length > 0) throw new Error(`${problems.join('; ')}\n${output}`);
  return marked.length;
}
