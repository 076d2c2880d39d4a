import { fetchCaptcha, verifyCaptcha } from '../client/captcha.js';
import type { CiamClient } from '../client/client.js';
import type { CaptchaChallenge } from '../protocol/captcha.js';
import { CiamError, Abandoned } from '../protocol/errors.js';

/** What somebody who replaces the puzzle gets to work with. */
export interface CaptchaRequest {
  /** The number that the code will be sent to, as the server wants it. */
  readonly mobile: string;
  /** The widget's language, a BCP 47 tag. */
  readonly lang: string;
  /** Aborted when the login is given up. */
  readonly signal: AbortSignal;
  /** Gets a new puzzle from the server. */
  fetchChallenge(): Promise<CaptchaChallenge>;
  /**
   * Has the server check the place of the piece: its left edge in image pixels.
   * Resolves to the captcha token; rejects with `captcha-failed` when the place is wrong, and the puzzle is spent.
   */
  verify(challenge: CaptchaChallenge, x: number): Promise<string>;
}

/** Gets a captcha token from a person (or, in a page of one's own, from somewhere else); empty means cancelled. */
export type CaptchaSolver = (request: CaptchaRequest) => Promise<string | null | undefined>;

/** What {@link solveCaptcha} needs. */
export interface CaptchaTask {
  client: CiamClient;
  mobile: string;
  signal: AbortSignal;
  solver: CaptchaSolver;
  /** Told of each wrong try after which the puzzle goes on. */
  onWrongTry(error: CiamError): void;
}

/**
 * Runs a solver, whoever wrote it, and gives a captcha token.
 *
 * @throws {CiamError} `captcha-cancelled`; `captcha-failed` when a solver of the page's own fails.
 */
export async function solveCaptcha({
  client,
  mobile,
  signal,
  solver,
  onWrongTry,
}: CaptchaTask): Promise<string> {
  signal.throwIfAborted();
  // Its own signal: a call that the solver left behind (somebody closed the puzzle during a check) ends with it.
  const controller = new AbortController();
  const options = { signal: controller.signal };
  const abort = () => {
    controller.abort(signal.reason);
  };
  signal.addEventListener('abort', abort);
  const request: CaptchaRequest = {
    mobile,
    lang: client.language,
    signal: controller.signal,
    fetchChallenge: () => fetchCaptcha(client, options),
    async verify(challenge, x) {
      try {
        return await verifyCaptcha(client, { challenge, x, mobile }, options);
      } catch (error) {
        if (isWrongTry(error)) onWrongTry(error);
        throw error;
      }
    },
  };
  let token: unknown;
  try {
    token = await solver(request);
  } catch (cause) {
    signal.throwIfAborted();
    const isOurs = cause instanceof CiamError || cause instanceof Abandoned;
    throw isOurs ? cause : new CiamError('captcha-failed', { cause });
  } finally {
    abort();
  }
  signal.throwIfAborted();
  if (!token) throw new CiamError('captcha-cancelled');
  if (typeof token !== 'string') throw new CiamError('captcha-failed');
  return token;
}

/** True when the puzzle may go on with a new picture. */
function isWrongTry(error: unknown): error is CiamError {
  return error instanceof CiamError && (error.code === 'captcha-failed' || error.code === 'captcha-expired');
}
