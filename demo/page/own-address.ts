import { SCENE_PARAMETERS } from './scene.js';
import { SERVER_PARAMETERS } from './server-state.js';

const OWN: ReadonlySet<string> = new Set([...SCENE_PARAMETERS, ...SERVER_PARAMETERS]);

/**
 * A page's address with the panel's parameters alone: all that shall be found again after the way to Alipay and back.
 * What else it holds may be an answer of Alipay's already.
 */
export function ownAddress({
  origin,
  pathname,
  search,
}: Pick<URL, 'origin' | 'pathname' | 'search'>): string {
  const address = new URL(pathname, origin);
  for (const [name, value] of new URLSearchParams(search)) {
    if (OWN.has(name)) address.searchParams.append(name, value);
  }
  return address.href;
}
