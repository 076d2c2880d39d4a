import { type CaptchaChallenge, pointJson, readCaptchaToken, readChallenge } from '../protocol/captcha.js';
import type { CallOptions, CiamClient } from './client.js';
import { request } from './request.js';

/** Gets a new puzzle, which lives two minutes and can be tried once (API, section 3). */
export async function fetchCaptcha(client: CiamClient, options: CallOptions = {}): Promise<CaptchaChallenge> {
  return readChallenge(await request(client, { ...options, path: '/api/v2/sdk/captcha' }));
}

/** Where somebody put the piece, and for which number. */
export interface CaptchaSolution {
  challenge: CaptchaChallenge;
  /** Left edge of the piece in image pixels. */
  x: number;
  /** The number that the text message will go to, as `sendSmsCode` will be given it. */
  mobile: string;
}

/**
 * Has the server check a puzzle, and gives the token that `sendSmsCode` needs.
 *
 * @throws {CiamError} `captcha-failed` for a wrong place: the puzzle is then spent.
 */
export async function verifyCaptcha(
  client: CiamClient,
  { challenge, x, mobile }: CaptchaSolution,
  options: CallOptions = {},
): Promise<string> {
  const { secretKey, token } = challenge;
  const point = pointJson(x);
  const point_json = (secretKey && (await client.encryptPoint?.(point, secretKey))) || point;
  const body = { point_json, token, sender: mobile };
  return readCaptchaToken(await request(client, { ...options, path: '/api/v2/sdk/captcha/verify', body }));
}
