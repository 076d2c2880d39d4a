/** What the server wants to know of the browser in every call (API, section 1). */
export interface DeviceData {
  /** The same for every call of one browser; printable ASCII, never empty. */
  readonly fingerprint: string;
  /** Name and version of the operating system, e.g. `Windows 11`, `iOS 26.0`; printable ASCII, never empty. */
  readonly osVersion: string;
}

/** A few small strings that outlive the page where the browser allows it. It never throws. */
export interface Store {
  get(key: string): string | null;
  /** Returns false if the value lives only as long as the page: the browser would not keep it. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** The keys that begin so. */
  keys(prefix: string): string[];
}

/**
 * Everything that calling the server needs of a browser, as one argument: with a fake of thirty lines
 * a whole login runs in plain Node.
 */
export interface Device {
  /** The page's `fetch`. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Milliseconds since 1970. */
  now(): number;
  /** False only where the browser is sure that there is no network. */
  isOnline(): boolean;
  /** The page's origin, e.g. `https://shop.example`; `null` as a word where it has none (sandbox). */
  readonly origin: string;
  readonly userAgent: string;
  /** Fingerprint and OS version: worked out once for the page, within 1.5 s, and never rejecting. */
  data(): Promise<DeviceData>;
  readonly store: Store;
  /**
   * Asked when a call failed without our doing: resolves to true if it failed because the page is being left.
   * Firefox rejects calls *before* `pagehide`, so the answer takes a moment.
   */
  isLeaving(): Promise<boolean>;
}
