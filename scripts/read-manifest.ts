import { readFileSync } from 'node:fs';
import { ROOT } from './files.js';

/** Whatever has a name, and the comment above it. */
export interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly attribute?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly privacy?: string;
}

/** The element, as `custom-elements.json` has it. */
export interface ManifestElement extends Named {
  readonly tagName?: string;
  readonly attributes: readonly (Named & { readonly fieldName: string })[];
  readonly members: readonly Member[];
  readonly events: readonly (Named & { readonly type: { readonly text: string } })[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}

/** Reads the element from `custom-elements.json`. */
export function readElement(): ManifestElement {
  const { modules } = JSON.parse(readFileSync(`${ROOT}custom-elements.json`, 'utf8')) as {
    modules: { declarations: ManifestElement[] }[];
  };
  const found = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'ciam-login');
  if (!found) throw new Error('custom-elements.json has no ciam-login');
  return found;
}
