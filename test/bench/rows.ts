import type { Site } from './site.js';

/** Something whose form is timed. */
export interface Row {
  readonly id: string;
  /** As the tables call it. */
  readonly title: string;
  readonly kind: 'floor' | 'ours' | 'peer';
  /** What of a page is its own: in the head, and in the body. */
  readonly page: (origin: string) => { readonly head?: string; readonly body: string };
  /** Puts onto the site what the page asks for. */
  readonly serve?: (site: Site) => Promise<void> | void;
}

/** What promise P2 compares with. */
export const BARE = 'bare';

/** Puts a row onto the site, and gives the page's address. */
export async function publish(row: Row, site: Site): Promise<string> {
  await row.serve?.(site);
  const { head = '', body } = row.page(site.origin);
  const path = `/${row.id}.html`;
  site.add(
    path,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Log in</title><link rel="icon" href="data:,">${head}</head><body>${body}<p>What stands below</p></body></html>`,
  );
  return site.origin + path;
}
