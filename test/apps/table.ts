import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../../scripts/files.js';
import { STEPS, type Trial } from './try-app.js';

const PAGE = `${ROOT}docs/frameworks.md`;
const BETWEEN_MARKERS = /(?<=<!-- apps -->\n).*(?=<!-- \/apps -->)/s;

/** One line for each app. */
export async function tableOf(trials: readonly Trial[]): Promise<string> {
  const rows = [
    ['app', 'versions', ...STEPS],
    ['-', '-', ...STEPS.map(() => '-:')],
    ...trials.map(({ app, versions, results }) => [
      `[${app.title}](../demo/apps/${app.name})`,
      versions || '–',
      ...STEPS.map((step) => results.get(step) ?? ''),
    ]),
  ];
  const markdown = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const config = await resolveConfig(PAGE);
  return (await format(markdown, { ...config, parser: 'markdown' })).trim();
}

/** Puts the table between the page's markers. */
export function writeTable(table: string): void {
  const text = readFileSync(PAGE, 'utf8');
  if (!BETWEEN_MARKERS.test(text)) throw new Error(`${PAGE} lacks its markers`);
  writeFileSync(
    PAGE,
    text.replace(BETWEEN_MARKERS, () => `\n${table}\n\n`),
  );
}
