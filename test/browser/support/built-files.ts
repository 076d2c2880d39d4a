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
