/**
 * `npm run check:links`: every link in our own Markdown leads to a file, and to a heading, that is there. Addresses on
 * the web are only read: a test that needs the network fails for reasons that are not ours.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { listFiles, report, ROOT } from './files.js';

const files = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']
  .filter((path) => existsSync(ROOT + path))
  .concat(
    listFiles('docs', '.md'),
    listFiles('deploy', '.md'),
    listFiles('demo', '.md').filter((path) => !path.includes('node_modules')),
  );

let links = 0;
const problems = files.flatMap((file) =>
  [...prose(file).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    links++;
    const problem = fault(file, target);
    return problem ? [`${file}: ${target} ${problem}`] : [];
  }),
);
report(problems, `${String(links)} links in ${String(files.length)} files lead somewhere`);

/** What is wrong with a link, or `null`. */
function fault(file: string, target: string): string | null {
  if (/^[a-z]+:/i.test(target))
    return /^(https:\/\/[^/]+\.[^/]+|mailto:.+@)/.test(target) ? null : 'is no address on the web';
  const [path = '', anchor] = target.split('#');
  const to = path ? normalize(join(dirname(file), path)) : file;
  if (!existsSync(ROOT + to)) return 'is not there';
  return anchor === undefined || anchors(to).includes(anchor) ? null : 'has no such heading';
}

/** The headings of a file, as links name them on the sites that show Markdown. */
function anchors(file: string): string[] {
  const seen = new Map<string, number>();
  return [...prose(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times ? `${slug}-${String(times)}` : slug;
  });
}

/** A file without its listings: what looks like a link there is none. */
function prose(file: string): string {
  return readFileSync(ROOT + file, 'utf8').replaceAll(/^```.*?^```/gms, '');
}
