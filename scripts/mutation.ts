/**
 * `npm run test:mutation`: breaks the layers that need no browser in thousands of small ways, and counts those that no
 * test notices. `npm run test:mutation -- flow client` does so with these parts only. It takes hours, so it is for a
 * scheduler; docs/mutation.md says what came of it.
 */
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { report, ROOT } from './files.js';
import { type MutationPart, NONE_ALIVE, PARTS } from './mutation-parts.js';

/** In each part by itself, in percent. */
const LOWEST_SCORE = 90;

const wanted = process.argv.slice(2);
const problems: string[] = [];
const scores: string[] = [];
// One after another: they share the machine, and the variable that says which tests to run.
for (const part of PARTS) if (!wanted.length || wanted.includes(part.name)) await measure(part);
report(problems, scores.join('\n  '));

async function measure({ name, mutate, tests }: MutationPart): Promise<void> {
  process.env['MUTATION_TESTS'] = tests.join(' ');
  const results = await new Stryker({
    mutate: [...mutate],
    tempDirName: `artifacts/stryker-${name}`,
    jsonReporter: { fileName: `artifacts/mutation/${name}.json` },
  }).runMutationTest();

  // Neither what does not compile nor what is left out on purpose.
  const valid = results.filter(({ status }) => /^(Killed|Timeout|Survived|NoCoverage)$/.test(status));
  const alive = valid.filter(({ status }) => /^(Survived|NoCoverage)$/.test(status));
  for (const { fileName, location, mutatorName, replacement } of alive) {
    const file = relative(ROOT, fileName);
    const line = `${file}:${location.start.line} ${mutatorName}: ${replacement}`;
    if (NONE_ALIVE.test(file)) problems.push(`alive where none may be: ${line}`);
    else console.log(`alive: ${line}`);
  }
  const score = 100 * (1 - alive.length / valid.length);
  scores.push(`${name}: ${score.toFixed(1)} % of ${valid.length}`);
  if (!(score >= LOWEST_SCORE)) problems.push(`${name}: ${score.toFixed(1)} %, ${LOWEST_SCORE} is the least`);
}
