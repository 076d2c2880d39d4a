import { html, type TemplateResult } from 'lit';

const TOKEN_SHOWN = 10;
// Three base64url parts, or one long run without a space: nothing a person reads.
const TOKEN = /^(?:[\w-]+\.[\w-]+\.[\w-]*|[\w+/=-]{40,})$/;
const JSON_PIECE = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** Pretty JSON with every token shortened: an event log ends up in screenshots. */
export function prettyJson(detail: unknown): string {
  return JSON.stringify(
    detail,
    (_key, value: unknown) => (typeof value === 'string' ? shorten(value) : value),
    2,
  );
}

/** Keeps the beginning of a token, and says how long it is. */
function shorten(value: string): string {
  return value.length > 2 * TOKEN_SHOWN && TOKEN.test(value)
    ? `${value.slice(0, TOKEN_SHOWN)}… (${value.length})`
    : value;
}

/** Colours names, strings and values of a JSON text. */
export function jsonView(text: string): TemplateResult {
  const parts: (TemplateResult | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(JSON_PIECE)) {
    parts.push(text.slice(end, match.index));
    const [whole, quoted, colon] = match;
    const kind = colon === undefined ? (quoted === undefined ? 'value' : 'string') : 'key';
    parts.push(html`<span class="json-${kind}">${quoted ?? whole}</span>${colon ?? ''}`);
    end = match.index + whole.length;
  }
  parts.push(text.slice(end));
  return html`${parts}`;
}
