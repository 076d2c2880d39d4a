/**
 * Writes the checksums of the files for script tags into the snippets of README.md and docs/cdn.md: `npm run sri` after
 * `npm run build`. With `--check` it writes nothing, and fails when they are not those of `dist/cdn`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { listFiles, report, ROOT } from './files.js';
import { MarkedText } from './marked-text.js';

const CDN = 'dist/cdn/';
const ADDRESS = 'https://your.cdn/';
const MODULE = 'ciam-login.js';
const BUNDLE = 'ciam-login.bundle.js';

/** What the browser may later ask for: all but the bundle, which is complete. */
const modules = listFiles('dist/cdn', '.js')
  .map((path) => path.slice(CDN.length))
  .filter((name) => name !== BUNDLE);

const bundleSnippet = `
\`\`\`html
<script
  src="${ADDRESS}${BUNDLE}"
  integrity="${integrityOf(BUNDLE)}"
  crossorigin="anonymous"
></script>
\`\`\`
`;

const moduleSnippet = `
\`\`\`html
<script type="importmap">
${JSON.stringify(
  { integrity: Object.fromEntries(modules.map((name) => [ADDRESS + name, integrityOf(name)])) },
  null,
  2,
).replaceAll(/^/gm, '  ')}
</script>
<script
  type="module"
  src="${ADDRESS}${MODULE}"
  integrity="${integrityOf(MODULE)}"
  crossorigin="anonymous"
></script>
\`\`\`
`;

const snippets = [
  { file: 'README.md', markdown: bundleSnippet },
  { file: 'docs/cdn.md', markdown: moduleSnippet },
];

const problems: string[] = [];
for (const { file, markdown } of snippets) {
  const marked = new MarkedText(file, 'sri');
  if (!process.argv.includes('--check')) await marked.write(markdown);
  else if (marked.text !== (await marked.formatted(markdown)))
    problems.push(`${file} has other checksums than ${CDN}: npm run build && npm run sri`);
}
report(problems, `README.md and docs/cdn.md have the checksums of ${modules.length + 1} files`);

function integrityOf(name: string): string {
  if (!existsSync(ROOT + CDN + name)) throw new Error(`${CDN}${name} is missing: npm run build`);
  return `sha384-${createHash('sha384')
    .update(readFileSync(ROOT + CDN + name))
    .digest('base64')}`;
}
