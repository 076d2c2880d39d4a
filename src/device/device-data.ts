import type { DeviceData, Store } from './device.js';

/** The two slow questions about a browser. Either may reject or hang, as browsers do (D3, D5). */
export interface DeviceReadings {
  fingerprint(): Promise<string>;
  osVersion(): Promise<string>;
}

const STORE_KEY = 'ciam-login:device';
const DEADLINE_MS = 1500;

/**
 * Answers what the server wants to know of the browser, within 1.5 s and without ever rejecting (D3).
 *
 * The first fingerprint is kept and used from then on, so that a reload, a content security policy or a new
 * version of the library does not change it (D4); one that comes after the deadline is dropped, because a random
 * one was sent by then. The OS version is worked out anew: systems are updated.
 */
export async function readDeviceData(store: Store, readings: DeviceReadings): Promise<DeviceData> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, DEADLINE_MS, null);
  });
  const inTime = (reading: () => Promise<string>) =>
    Promise.race([
      deadline,
      new Promise<unknown>((resolve) => {
        resolve(reading());
      }).then(headerSafe, () => undefined),
    ]);

  const [fingerprint, osVersion] = await Promise.all([
    headerSafe(store.get(STORE_KEY)) ??
      inTime(readings.fingerprint).then((id) => keepFirst(store, id ?? randomId())),
    inTime(readings.osVersion),
  ]);
  clearTimeout(timer);
  return { fingerprint, osVersion: osVersion ?? 'unknown' };
}

/** Begins to read what takes time, without a deadline: that begins when a call needs the answer. */
export function prepareDeviceData(store: Store, readings: DeviceReadings): void {
  const quietly = (reading: () => Promise<string>) => void reading().catch(() => undefined);
  quietly(readings.osVersion);
  if (!headerSafe(store.get(STORE_KEY))) quietly(readings.fingerprint);
}

/** Keeps an id, unless another tab was first: then theirs is the one. */
function keepFirst(store: Store, id: string): string {
  const first = headerSafe(store.get(STORE_KEY));
  if (first) return first;
  store.set(STORE_KEY, id);
  return id;
}

// Also what is stored is not trusted: anything else on the page's origin can write there.
function headerSafe(value: unknown): string | null {
  return typeof value === 'string' && /^[!-~]([ -~]{0,510}[!-~])?$/.test(value) ? value : null;
}

/** 32 hex digits, as a fingerprint has. `randomUUID` is missing on http:// pages (D7). */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
