import type { Fault } from './faults.js';

type Field = 'ms' | 'status' | 'headers' | 'body' | 'contentType' | 'json' | 'location';
type Fields = Partial<Record<Field, 'must' | 'may'>>;

const KINDS: Record<Fault['kind'], Fields> = {
  delay: { ms: 'must' },
  drip: { ms: 'must' },
  hang: {},
  'hang-body': {},
  truncate: {},
  cut: {},
  html: { status: 'may' },
  empty: { status: 'may' },
  reset: {},
  status: { status: 'must', headers: 'may', body: 'may' },
  body: { body: 'must', contentType: 'may', status: 'may' },
  patch: { json: 'must' },
  redirect: { location: 'must' },
  'no-cors': {},
  'refuse-preflight': {},
  huge: {},
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

/** Whether HTTP can carry it: printable ASCII. */
function isHeaderText(value: unknown): boolean {
  return typeof value === 'string' && /^[\x20-\x7e]*$/.test(value);
}

function isHeaders(value: unknown): boolean {
  return isObject(value) && Object.entries(value).every(([k, v]) => /^[\w-]+$/.test(k) && isHeaderText(v));
}

function isGood(field: Field, value: unknown, kind: Fault['kind']): boolean {
  switch (field) {
    case 'ms':
      return isWhole(value, 0, 600_000);
    case 'status':
      return isWhole(value, 200, 599);
    case 'headers':
      return isHeaders(value);
    case 'body':
      return kind === 'status' || typeof value === 'string';
    case 'json':
      return isObject(value);
    case 'contentType':
    case 'location':
      return isHeaderText(value);
  }
}

/** What is wrong with a fault that came from outside, as one sentence; `null` if nothing is. */
export function faultProblem(input: unknown): string | null {
  if (!isObject(input)) return 'A fault must be a JSON object.';
  const { kind, times, after, ...rest } = input;
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) {
    return `The "kind" of a fault must be one of ${Object.keys(KINDS).join(', ')}.`;
  }
  const known = kind as Fault['kind'];
  const fields = KINDS[known];
  if (times !== undefined && !isWhole(times, 1, 1_000_000)) return '"times" must be a whole number from 1.';
  if (after !== undefined && typeof after !== 'boolean') return '"after" must be true or false.';
  for (const [name, need] of Object.entries(fields) as [Field, 'must' | 'may'][]) {
    if (need === 'must' && !Object.hasOwn(rest, name)) return `A fault "${kind}" needs "${name}".`;
  }
  for (const [name, value] of Object.entries(rest)) {
    if (!Object.hasOwn(fields, name)) return `A fault "${kind}" has no "${name}".`;
    if (!isGood(name as Field, value, known)) return `"${name}" of the fault "${kind}" is not valid.`;
  }
  return null;
}

/** What is wrong with the pattern of a fault, as one sentence; `null` if nothing is. */
export function patternProblem(pattern: unknown): string | null {
  const isPattern = typeof pattern === 'string' && (pattern === '*' || pattern.startsWith('/'));
  return isPattern ? null : '"pattern" must be "*" or a path that begins with "/".';
}
