import { type LoginAnswer, readLoginAnswer } from '../protocol/login-answer.js';
import type { CallOptions, CiamClient } from './client.js';
import { type CallSpec, request } from './request.js';

/** Makes a call whose answer is a login answer; the shape that all login and continuation calls share. */
async function requestLogin(client: CiamClient, spec: CallSpec): Promise<LoginAnswer> {
  return readLoginAnswer(await request(client, spec), client.device.now());
}

/**
 * Logs in with the code of a text message of type `LOGIN_SMS` (API, section 4).
 *
 * @throws {CiamError} `code-wrong`, `user-not-found`, `user-disabled`, `user-locked`, `access-denied` …
 */
export async function loginWithSmsCode(
  client: CiamClient,
  { mobile, code }: { mobile: string; code: string },
  options: CallOptions = {},
): Promise<LoginAnswer> {
  const body = { mobile, verify_code: code };
  return requestLogin(client, { ...options, path: '/api/v2/sdk/login/mobile-verify-code', body });
}
