import type { LoginElement } from '../login-element.js';
import { escapeMarkup, markupOf } from './template-markup.js';

/**
 * The shadow root of a login box as it is before any script has run, as markup. `takeOver` puts the real one in its
 * place: all of it is in one element (`#early`), so that nothing is left over, and Lit draws before the comment.
 *
 * @param nonce Allows its style sheet on a page with a Content Security Policy.
 */
export function firstScreen(element: LoginElement, nonce?: string): string {
  const permission = nonce === undefined ? '' : ` nonce="${escapeMarkup(nonce)}"`;
  const box = markupOf(element['render']());
  return `<!----><div id="early"><style${permission}>${stylesOf(element)}</style>${box}</div>`;
}

function stylesOf({ constructor }: LoginElement): string {
  const { elementStyles } = constructor as typeof LoginElement;
  return elementStyles
    .map((style) => ('cssText' in style ? style.cssText : ''))
    .join('')
    .replace(/("[^"]*"|'[^']*')|\/\*[^]*?\*\/|\s+/g, (found, quoted?: string) => {
      return quoted ?? (found.startsWith('/') ? '' : ' ');
    })
    .replaceAll('</', '<\\/');
}
