/** A JSON object whose fields are not yet known to be anything. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What is longer and may hold `__proto__` is nobody's honest answer; WebKit dies of looking through half a million arrays. */
const LONGEST_SEARCHED = 2 ** 16;

/**
 * Reads text that should hold a JSON object: `null` for everything else, so that an HTML page, an array and
 * half an answer are the same to the caller. Keys named `__proto__` are dropped, or a later copy of the
 * object would take its prototype from the server.
 *
 * @param source Where there is no text, there is no object either.
 */
export function readJsonObject(source: string | null): JsonObject | null {
  // Of `null` this makes JSON for nothing.
  const text = String(source);
  try {
    // Looking at every key takes far longer than parsing does, so it is done only where there may be something to find,
    // were it spelled with escapes: of letters that need none. What is cut off is no JSON any more.
    const value: unknown = /__proto__|\\u00[5-7]/i.test(text)
      ? JSON.parse(text.slice(0, LONGEST_SEARCHED), withoutProto)
      : JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function withoutProto(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}

/** Tells an object from an array, `null` and plain values. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of the object's own (a page may have polluted `Object.prototype`), if it is a string with something in it. */
export function readString(source: JsonObject, name: string): string | null {
  const value = Object.hasOwn(source, name) ? source[name] : null;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A field of the object's own, if it is a finite number. */
export function readNumber(source: JsonObject, name: string): number | null {
  const value = Object.hasOwn(source, name) ? source[name] : null;
  return Number.isFinite(value) ? (value as number) : null;
}
