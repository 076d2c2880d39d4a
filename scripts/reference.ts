/**
 * Writes `docs/reference.md` from the comments in `src`: `npm run reference`. With `--check` it writes nothing, and fails
 * when the file is not what it would have written.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { report, ROOT } from './files.js';
import {
  clientSection,
  elementSections,
  entrySection,
  errorSection,
  type Section,
} from './reference-tables.js';

const FILE = `${ROOT}docs/reference.md`;
const HEAD = `# Reference

Everything that a page can set, call and hear, as the sources say it: \`npm run reference\` writes this file.
`;

const text = await reference();
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else {
  const upToDate = existsSync(FILE) && readFileSync(FILE, 'utf8') === text;
  report(
    upToDate ? [] : ['docs/reference.md is not what src says: npm run reference'],
    'docs/reference.md is up to date',
  );
}

async function reference(): Promise<string> {
  const sections = [entrySection(), ...elementSections(), errorSection(), clientSection()];
  const parts = [HEAD, ...sections.map(section)];
  return format(parts.join('\n'), { ...(await resolveConfig(FILE)), parser: 'markdown' });
}

function section({ title, lead = '', head, rows }: Section): string {
  const lines = [head, head.map(() => '-'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`);
  return `## ${title}\n\n${lead}\n\n${lines.join('\n')}\n`;
}

/** A bar would begin another cell. */
function cell(words: string): string {
  return words.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}
