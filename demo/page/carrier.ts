import type { CarrierAnswer } from './scene.js';

/** What any shop's page hands to the element: its carrier's SDK, behind two functions. */
export interface OneClickProvider {
  isAvailable?(): boolean | Promise<boolean>;
  getToken(options: { signal: AbortSignal }): Promise<string>;
}

/** The demo's own: it always knows whether it is there. */
interface Carrier extends OneClickProvider {
  isAvailable(): boolean;
}

type Answer = (signal: AbortSignal, origin: string) => Promise<string>;

const ANSWERS: Readonly<Record<CarrierAnswer, Answer>> = {
  token: (signal, origin) => fetchToken('', signal, origin),
  refused: (signal, origin) => fetchToken('?error=SOCIAL.0002', signal, origin),
  empty: () => Promise.resolve(''),
  cancel: () => Promise.reject(new DOMException('The person closed the carrier’s page.', 'AbortError')),
  reject: () => Promise.reject(new Error('The carrier does not know this SIM card.')),
  // Before there is a promise: an SDK that was not set up does so.
  throw: () => {
    throw new Error('The carrier’s SDK is not ready.');
  },
  hang,
  unavailable: () => Promise.reject(new Error('There is no mobile network.')),
};

/** Creates a carrier that always answers in the same way; `origin` is the demo server's, if not the page's own. */
export function createCarrier(answer: CarrierAnswer, origin = ''): Carrier {
  return {
    isAvailable: () => answer !== 'unavailable',
    getToken: ({ signal }) => {
      signal.throwIfAborted();
      return ANSWERS[answer](signal, origin);
    },
  };
}

async function fetchToken(query: string, signal: AbortSignal, origin: string): Promise<string> {
  const answer = await fetch(`${origin}/_demo/one-click-token${query}`, { method: 'POST', signal });
  if (!answer.ok) throw new Error(`The carrier answered ${answer.status}.`);
  return answer.text();
}

async function hang(signal: AbortSignal): Promise<never> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  throw signal.reason as Error;
}
