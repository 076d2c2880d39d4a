/** Attributes that say `false` in words; without it they say something else. */
const WORDS = /^(aria-|data-|draggable$|contentEditable$|spellCheck$)/i;

/**
 * What React is to write for an attribute of the tag. React 18 writes booleans on custom elements as words, and to HTML
 * `hidden="false"` is hidden.
 */
export function attributeValue(name: string, value: unknown): unknown {
  return value === false && !WORDS.test(name) ? undefined : value;
}
