import type { Store } from '../device/device.js';
import { readJsonObject, readNumber, readString } from '../protocol/json.js';

/** What has to be known when the answer to a redirect comes back. */
export interface RedirectRecord {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The address that the answer comes to, as it was sent. */
  readonly returnTo: string;
  /** True when the person had agreed to the terms. */
  readonly consent: boolean;
}

const PREFIX = 'ciam-login:redirect:';
const LIFE_MS = 10 * 60_000;

/**
 * Keeps the record of one attempt under a key of its own, so that two tabs do not get in each other's way, and
 * sweeps those that are too old.
 *
 * @returns False when the browser would not keep it; nobody must be sent away then.
 */
export function keepRecord(store: Store, state: string, record: RedirectRecord): boolean {
  for (const key of store.keys(PREFIX)) if (!readRecord(store.get(key), record.at)) store.remove(key);
  return store.set(PREFIX + state, JSON.stringify(record));
}

/** Takes a record away for good and gives it; `null` when there is none, or when it is too old. */
export function takeRecord(store: Store, state: string, now: number): RedirectRecord | null {
  const text = store.get(PREFIX + state);
  store.remove(PREFIX + state);
  return readRecord(text, now);
}

function readRecord(text: string | null, now: number): RedirectRecord | null {
  const record = readJsonObject(text) ?? {};
  const at = readNumber(record, 'at');
  const returnTo = readString(record, 'returnTo');
  // From the future by as much at most: a clock that was set back must not make it live on.
  const isFresh = at !== null && Math.abs(now - at) <= LIFE_MS;
  const consent = Object.hasOwn(record, 'consent') && record['consent'] === true;
  return isFresh && returnTo !== null ? { at, returnTo, consent } : null;
}
