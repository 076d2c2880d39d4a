import { Abandoned, CiamError } from '../protocol/errors.js';

/** What a page hands to the element: the way to the phone's carrier, whose SDK the page has loaded itself. */
export interface OneClickProvider {
  /** Whether it works in this browser, with this network; without it: yes. */
  isAvailable?(): boolean | Promise<boolean>;
  /**
   * Gets the carrier's token. Called inside the click. A rejection named `AbortError` says that the person has
   * changed their mind, which is no error.
   */
  getToken(options: { signal: AbortSignal }): Promise<string>;
}

/** The carrier's own page asks the person something, so it gets as long as a few calls. */
const TIMEOUTS = 4;

/** setTimeout() takes a longer time for none at all. */
const LONGEST_MS = 2 ** 31 - 1;

/** @throws {CiamError} `config` when there is none; `one-click-unavailable` when it is none. */
export function readProvider(value: unknown): OneClickProvider {
  if (value === null || value === undefined) throw new CiamError('config', { subject: 'oneClick' });
  if (typeof (value as Partial<OneClickProvider>).getToken !== 'function')
    throw new CiamError('one-click-unavailable');
  return value as OneClickProvider;
}

/**
 * Asks the page's provider for a token, once, and ends whatever it does: throws at once, rejects, hangs, answers with
 * nothing or with something else.
 *
 * @param timeout Milliseconds for one call of the API.
 * @throws {CiamError} `one-click-failed`, `timeout`. @throws {Abandoned} when the person does not want to.
 */
export async function askToken(
  provider: OneClickProvider,
  signal: AbortSignal,
  timeout: number,
): Promise<string> {
  // Its own signal: after the time limit the carrier's page has to go, too.
  const controller = new AbortController();
  const abort = () => {
    controller.abort(new Abandoned());
  };
  signal.addEventListener('abort', abort);
  const limit = Math.min(timeout * TIMEOUTS, LONGEST_MS);
  const timer = setTimeout(() => {
    controller.abort(new CiamError('timeout'));
  }, limit);
  const ended = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => {
      reject(controller.signal.reason as Error);
    });
  });
  try {
    const asked: unknown = provider.getToken({ signal: controller.signal });
    const token = await Promise.race([asked, ended]);
    if (typeof token === 'string' && token.trim()) return token;
  } catch (cause) {
    controller.signal.throwIfAborted();
    if ((cause as Partial<Error> | null)?.name === 'AbortError') throw new Abandoned();
    throw new CiamError('one-click-failed', { cause });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    ended.catch(() => undefined);
  }
  throw new CiamError('one-click-failed');
}
