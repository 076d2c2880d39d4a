/** Keeps the shape that ARCHITECTURE.md describes: imports point down, and every file can be read in one sitting, those of tests too. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { listFiles, report, ROOT } from './files.js';

/** The folders of `src`, from the top down. A file may import from its own layer and from those below. */
const LAYERS = ['entries', 'ui', 'locales', 'methods', 'flow', 'client', 'device', 'protocol'];
const LONGEST_FILE = 199;

const problems: string[] = [];
const sources = listFiles('src', '.ts');

for (const file of sources) {
  const layer = layerOf(file);
  if (layer === -1) problems.push(`${file} lies in none of the layers ${LAYERS.join(', ')}`);
  for (const target of importsOf(file)) {
    const below = layerOf(target);
    if (!target.startsWith('src/'))
      problems.push(`${file} imports ${target}: nothing in src may reach outside it`);
    else if (below < layer)
      problems.push(`${file} imports ${target}: ${LAYERS[below] ?? '?'} is above ${LAYERS[layer] ?? '?'}`);
  }
}

// A server knows the wire, never the screen.
for (const file of listFiles('demo/server', '.ts')) {
  for (const target of importsOf(file)) {
    if (target.startsWith('src/') && !target.startsWith('src/protocol/'))
      problems.push(`${file} imports ${target}: only src/protocol is a server's business`);
  }
}

for (const file of ['src', 'demo', 'scripts', 'test'].flatMap((folder) => [
  ...listFiles(folder, '.ts'),
  ...listFiles(folder, '.mjs'),
])) {
  const lines = read(file).split('\n').length - 1;
  if (lines > LONGEST_FILE) problems.push(`${file} has ${lines} lines; ${LONGEST_FILE} is the most`);
}

report(problems, `${sources.length} source files, every import points down`);

function layerOf(path: string): number {
  return LAYERS.indexOf(path.split('/')[1] ?? '');
}

/** What a file imports from the project, types and lazy imports included, as paths from the project's folder. */
function importsOf(file: string): string[] {
  const specifiers = read(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g);
  return [...specifiers].map(([, specifier = '']) => posix.join(posix.dirname(file), specifier));
}

function read(path: string): string {
  return readFileSync(ROOT + path, 'utf8');
}
