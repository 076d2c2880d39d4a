import { nothing, type TemplateResult } from 'lit';

/** A hole of a template: a whole attribute with one or more of them (kind, name, value), or one for a child. */
const HOLE = /\s+([.?@]?)([\w-]+)=("[^"\0]*\0[^"]*"|\0)(?=[^<>]*>)|\0/g;

/**
 * Writes as markup what Lit would draw, of what our templates are made of: texts, attributes, lists, other templates.
 * A listener leaves no trace. What a server cannot write, such as a directive, throws.
 */
export function markupOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(markupOf).join('');
  if (value === nothing) return '';
  return isTemplate(value) ? markupOfTemplate(value) : escapeMarkup(textOf(value));
}

/** A text as it may stand between tags and in quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function isTemplate(value: unknown): value is TemplateResult {
  return typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  throw new TypeError(`A server cannot draw what is a ${typeof value}`);
}

function markupOfTemplate({ strings, values }: TemplateResult): string {
  const rest: unknown[] = [...values];
  return strings
    .join('\0')
    .replace(/\s+/g, ' ')
    .replace(HOLE, (_, kind: string, name?: string, text?: string) => {
      if (!name || !text) return markupOf(rest.shift());
      const parts = text.replaceAll('"', '').split('\0');
      return attribute(kind, name, parts, rest.splice(0, parts.length - 1));
    });
}

/** @param parts What the template says of its value, around each of the values that are given. */
function attribute(kind: string, name: string, parts: readonly string[], given: readonly unknown[]): string {
  if (kind === '@' || given.includes(nothing)) return '';
  if (kind === '?') return given[0] ? ` ${name}=""` : '';
  // The only property that has an attribute to begin with.
  if (kind && name !== 'value') throw new TypeError(`A server cannot set the property ${name}`);
  const text = parts.map((part, index) => part + textOf(given[index])).join('');
  return ` ${name}="${escapeMarkup(text)}"`;
}
