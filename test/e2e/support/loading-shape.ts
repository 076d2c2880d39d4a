import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const THEMING = fileURLToPath(new URL('../../../docs/theming.md', import.meta.url));

/** The block of CSS that the documentation asks a page to paste. */
export const [, LOADING_SHAPE = ''] =
  /takes this very block -->\s+```css\n([^]*?)```/.exec(readFileSync(THEMING, 'utf8')) ?? [];
