/** The page's side of the demo server's control interface: everything below `/_demo/`. */

/** What the page must know before it can show anything. */
export interface DemoConfig {
  /** The CIAM server's own origin, e.g. `http://localhost:5174`. */
  readonly ciamOrigin: string;
  readonly clientId: string;
  /** Address of Alipay's authorize page, on an origin of its own. */
  readonly alipayUrl: string;
  /** The application that Alipay knows this page by. */
  readonly alipayAppId: string;
}

/** A text message as it reaches the phone. */
export interface Sms {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly code: string;
  /** Milliseconds since 1970, by the server's clock. */
  readonly sentAt: number;
}

/** One call on the wire. */
export interface WireCall {
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** `null` when it was never answered, or not yet. */
  readonly status: number | null;
  /** The kind of fault that spoiled the answer. */
  readonly fault: string | null;
}

/** Fetches JSON from the control interface, or sends some. Throws when the server says no. */
export async function control<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  const sent = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(`/_demo/${path}`, { method, ...(body === undefined ? {} : sent) });
  if (!answer.ok) throw new Error(`${method} /_demo/${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The server's streams, and what each of their events carries. */
interface Streams {
  inbox: Sms;
  journal: WireCall;
}

const EVENT_OF: Readonly<Record<keyof Streams, string>> = { inbox: 'message', journal: 'request' };

/**
 * Hears a stream of the server while the page is seen. A browser has six connections for an origin: pages in the
 * background give theirs back, and on return the server tells again what it has told before.
 */
export function listen<K extends keyof Streams>(
  name: K,
  onItem: (item: Streams[K]) => void,
  onReset: () => void,
): void {
  let stream: EventSource | undefined;
  const receive = (event: MessageEvent<string>): void => {
    onItem(JSON.parse(event.data) as Streams[K]);
  };
  const follow = (): void => {
    stream?.close();
    stream = undefined;
    if (document.hidden) return;
    stream = new EventSource(`/_demo/${name}`);
    stream.addEventListener('reset', onReset);
    stream.addEventListener(EVENT_OF[name], receive);
  };
  document.addEventListener('visibilitychange', follow);
  follow();
}
