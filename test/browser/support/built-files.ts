import { startSecondOrigin } from '../../support/second-origin.ts';

/** Where the lazy files are until `/back` of their origin is asked for. */
export type ChunkLoss = 'not-found' | 'reset' | 'held';

/** Serves `dist/cdn` from an origin of its own, as a CDN would; gives that origin. */
export async function startCdn(lost?: ChunkLoss): Promise<string> {
  const origin = await startSecondOrigin({
    '/': { folder: 'dist/cdn' },
    '/chunks/': { folder: 'dist/cdn/chunks', ...(lost && { lost }) },
  });
  const { ok } = await fetch(`${origin}/ciam-login.js`);
  if (!ok) throw new Error('dist/cdn is not there: run `npm run build` before these tests');
  return origin;
}

/** The same, where somebody has added to one of the files. What they added sets `tampered` in the page. */
export async function startTamperedCdn(file: string): Promise<string> {
  const body = await (await fetch(`${await startCdn()}/${file}`)).text();
  return startSecondOrigin({
    '/': { folder: 'dist/cdn' },
    '/chunks/': { folder: 'dist/cdn/chunks' },
    [`/${file}`]: { type: 'text/javascript', body: `${body}\n;globalThis.tampered = true;` },
  });
}

/** Another version, which one can tell by what is written on its button. */
export async function startOtherVersion(button: string): Promise<string> {
  const cdn = await startCdn();
  const changed = async (file: string) => {
    const body = (await (await fetch(`${cdn}/${file}`)).text()).replaceAll('Log in`', `${button}\``);
    return { type: 'text/javascript', body };
  };
  return startSecondOrigin({
    '/chunks/': { folder: 'dist/cdn/chunks' },
    '/ciam-login.js': await changed('ciam-login.js'),
    '/ciam-login.bundle.js': await changed('ciam-login.bundle.js'),
  });
}

/** The tags that a document says to paste, with this origin in place of `https://your.cdn`. */
export async function publishedTags(document: 'README.md' | 'docs/cdn.md', cdn: string): Promise<string> {
  const text = await (await fetch(`/${document}`)).text();
  const [, tags] = /<!-- sri -->\s*```html\n([^]*?)```\s*<!-- \/sri -->/.exec(text) ?? [];
  if (!tags) throw new Error(`${document} has no tags with checksums`);
  return tags.replaceAll('https://your.cdn', cdn);
}
