/**
 * `npm run bench`: how long it takes until somebody can type, beside a bare Lit element and other widgets, and what a
 * login costs. Prints tables; see docs/performance.md.
 *
 * - `--write`: also into docs/performance.md, with its chart.
 * - `--check`: without the other widgets, and fails where promise P2, P3 or P4 is not kept.
 * - `--no-peers`: without the other widgets.
 * - `--rounds 21`, `--logins 7`: how often.
 * - `--beside folder`: also the module of another build, such as a copy of `dist/cdn` from before a change.
 */
import { parseArgs } from 'node:util';
import { report } from '../../scripts/files.js';
import { measure } from './measure.js';
import { floors, otherBuild, ours } from './own-rows.js';
import { installPeers } from './peer-packages.js';
import { peers } from './peer-rows.js';
import { describe, writePage } from './performance-page.js';
import { brokenPromises } from './verdicts.js';

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    rounds: { type: 'string', default: '21' },
    logins: { type: 'string', default: '7' },
    beside: { type: 'string' },
  },
});

const { beside } = options;
const withPeers = !options['no-peers'] && !options.check;
if (withPeers) await installPeers();
const [results, browser] = await measure({
  rounds: Number(options.rounds),
  logins: Number(options.logins),
  rows: (tenant) => [
    ...floors(),
    ...ours(tenant),
    ...(beside === undefined ? [] : [otherBuild(beside, tenant)]),
    ...(withPeers ? peers() : []),
  ],
  tell: (progress) => {
    console.error(progress);
  },
});

const description = await describe(results, browser);
console.log(`\n${description}\n`);
const broken = brokenPromises(results);
if (options.check) report(broken, 'P2, P3 and P4 are kept');
else for (const sentence of broken) console.log(`✗ ${sentence}`);
if (options.write) writePage(description, results);
