import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './files.js';
import type { Weight } from './measure.js';

/** A line of the README's first table. */
export interface FileRow {
  readonly text: string;
  readonly weight: Weight;
}

/** A line of its second one: bytes with gzip; all but the first are what comes on top. */
export interface MethodRow {
  readonly methods: readonly string[];
  readonly first: number;
  readonly later: number;
}

const README = `${ROOT}README.md`;
const BEGIN = '<!-- sizes -->';
const END = '<!-- /sizes -->';
/** zlib differs from one Node to the next by some bytes, which may turn the last digit. */
const LAST_DIGIT = 0.1001;

/** Puts the tables between the README's markers. */
export async function writeSizes(files: readonly FileRow[], methods: readonly MethodRow[]): Promise<void> {
  const { before, after } = readmeParts();
  writeFileSync(README, before + (await tables(files, methods)) + after);
}

/** What is wrong with the tables between the README's markers; nothing when they are true. */
export async function untrueSizes(
  files: readonly FileRow[],
  methods: readonly MethodRow[],
): Promise<string[]> {
  const written = readmeParts().between;
  const measured = await tables(files, methods);
  const isSame =
    wordsOf(written) === wordsOf(measured) &&
    numbersOf(written).every(
      (number, index) => Math.abs(number - (numbersOf(measured)[index] ?? 0)) <= LAST_DIGIT,
    );
  return isSame ? [] : ['README.md has other sizes: npm run sizes'];
}

async function tables(files: readonly FileRow[], methods: readonly MethodRow[]): Promise<string> {
  const fileRows = files.map(
    ({ text, weight }) => `| ${text} | ${kB(weight.minified)} | ${kB(weight.gzip)} | ${kB(weight.brotli)} |`,
  );
  const methodRows = methods.map(({ methods: ids, first, later }, index) => {
    const plus = index ? '+' : '';
    return `| ${plus && 'and '}\`${ids.at(-1) ?? ''}\` | ${plus}${kB(first)} | ${plus}${kB(later)} |`;
  });
  const markdown = `
| file | minified | gzip | brotli |
| - | -: | -: | -: |
${fileRows.join('\n')}

| with these methods (gzip) | first load | fetched later, at most |
| - | -: | -: |
${methodRows.join('\n')}
`;
  const config = await resolveConfig(README);
  return `\n\n${(await format(markdown, { ...config, parser: 'markdown' })).trim()}\n\n`;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function wordsOf(text: string): string {
  return text.replace(/\d+\.\d/g, '#').replace(/[\s-]+/g, ' ');
}

function numbersOf(text: string): number[] {
  return (text.match(/\d+\.\d/g) ?? []).map(Number);
}

function readmeParts(): { before: string; between: string; after: string } {
  const text = readFileSync(README, 'utf8');
  const begin = text.indexOf(BEGIN) + BEGIN.length;
  const end = text.indexOf(END);
  if (begin < BEGIN.length || end < begin) throw new Error(`README.md lacks ${BEGIN} … ${END}`);
  return { before: text.slice(0, begin), between: text.slice(begin, end), after: text.slice(end) };
}
