import { CiamError } from '../protocol/errors.js';

const DELAYS_MS = [300, 900];

/**
 * Makes a call that changes nothing on the server (a GET) again when it failed: at most twice, with jitter. Nothing
 * else may be repeated, since a POST may have spent a code even when its answer was lost.
 */
export async function retryGet<T>(call: () => Promise<T>): Promise<T> {
  for (const delay of DELAYS_MS) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof CiamError && mayTryAgain(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())));
    }
  }
  return call();
}

/** Not after a refusal: who was told that there were too many calls must not make another at once. */
function mayTryAgain({ retryable, retryAfter, httpStatus }: CiamError): boolean {
  return retryable && retryAfter === null && (httpStatus === null || httpStatus >= 500);
}
