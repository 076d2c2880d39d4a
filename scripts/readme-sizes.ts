import { MarkedText } from './marked-text.js';
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

/** A line of its third one: what a bundler makes of an import, in bytes with gzip. */
export interface ImportRow {
  readonly text: string;
  readonly first: number;
  readonly later: number;
}

const README = new MarkedText('README.md', 'sizes');
/** zlib differs from one Node to the next by some bytes, which may turn the last digit. */
const LAST_DIGIT = 0.1001;

/** All that the README says about sizes. */
export interface Sizes {
  readonly files: readonly FileRow[];
  readonly methods: readonly MethodRow[];
  readonly imports: readonly ImportRow[];
}

/** Puts the tables between the README's markers. */
export async function writeSizes(sizes: Sizes): Promise<void> {
  await README.write(tables(sizes));
}

/** What is wrong with the tables between the README's markers; nothing when they are true. */
export async function untrueSizes(sizes: Sizes): Promise<string[]> {
  const written = README.text;
  const measured = await README.formatted(tables(sizes));
  const isSame =
    wordsOf(written) === wordsOf(measured) &&
    numbersOf(written).every(
      (number, index) => Math.abs(number - (numbersOf(measured)[index] ?? 0)) <= LAST_DIGIT,
    );
  return isSame ? [] : ['README.md has other sizes: npm run sizes'];
}

function tables({ files, methods, imports }: Sizes): string {
  const fileRows = files.map(
    ({ text, weight }) => `| ${text} | ${kB(weight.minified)} | ${kB(weight.gzip)} | ${kB(weight.brotli)} |`,
  );
  const methodRows = methods.map(({ methods: ids, first, later }, index) => {
    const plus = index ? '+' : '';
    return `| ${plus && 'and '}\`${ids.at(-1) ?? ''}\` | ${plus}${kB(first)} | ${plus}${kB(later)} |`;
  });
  const importRows = imports.map(
    ({ text, first, later }) => `| ${text} | ${kB(first)} | ${later ? kB(later) : '–'} |`,
  );
  return `
| file | minified | gzip | brotli |
| - | -: | -: | -: |
${fileRows.join('\n')}

| with these methods (gzip) | first load | fetched later, at most |
| - | -: | -: |
${methodRows.join('\n')}

| imported from npm (gzip, Lit included) | at once | fetched later, at most |
| - | -: | -: |
${importRows.join('\n')}
`;
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
