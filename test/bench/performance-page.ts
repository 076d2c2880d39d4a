import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../../scripts/files.js';
import { chart } from './chart.js';
import type { Results } from './results.js';
import { costsTable, crowdTable, loginTable, timesTable } from './tables.js';

const PAGE = `${ROOT}docs/performance.md`;
const CHART = `${ROOT}docs/performance.svg`;
const PICTURE =
  '![Bars: the time until the first field of each row, as a multiple of that of a bare Lit element, fast and on a slow phone](performance.svg)';
const BETWEEN_MARKERS = /(?<=<!-- bench -->\n).*(?=<!-- \/bench -->)/s;

/** All that a run has measured, as Markdown. */
export async function describe(results: Results, browser: string): Promise<string> {
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor?.model.trim() ?? 'unknown'}, ${type()} ${release()}`;
  const text = [
    `${results.rounds} cold loads of each row under each condition, on ${new Date().toISOString().slice(0, 10)}: Chromium ${browser}, Node ${process.version}, ${machine}. In brackets: between what half of all loads lie.`,
    timesTable(results),
    costsTable(results),
    loginTable(results),
    crowdTable(results),
  ].join('\n\n');
  return (await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' })).trim();
}

/** Puts it between the page's markers, and draws the chart anew. */
export function writePage(description: string, results: Results): void {
  const text = readFileSync(PAGE, 'utf8');
  if (!BETWEEN_MARKERS.test(text)) throw new Error(`${PAGE} lacks its markers`);
  writeFileSync(
    PAGE,
    text.replace(BETWEEN_MARKERS, () => `\n${PICTURE}\n\n${description}\n\n`),
  );
  writeFileSync(CHART, chart(results));
}
