import { readString, readJsonObject } from '../protocol/json.js';
import { CiamError } from '../protocol/errors.js';
import type { LoginAnswer } from '../protocol/login-answer.js';
import type { CallOptions, CiamClient } from './client.js';
import { requestLogin } from './login.js';
import { request } from './request.js';

/** A call that continues a login: the state token of the answer before has to go with it. */
export interface ContinueOptions extends CallOptions {
  stateToken: string;
}

/** A number, and the code that was sent to it. */
export interface SmsProof {
  mobile: string;
  code: string;
}

/**
 * Gets the number that the second factor's code goes to (API, section 5), as `sendSmsCode` wants it.
 *
 * @throws {CiamError} `state-token-invalid` when the login has to begin anew.
 */
export async function fetchMobileByToken(client: CiamClient, options: ContinueOptions): Promise<string> {
  const text = await request(client, { ...options, path: '/api/v2/sdk/mobile-by-token' });
  const mobile = readString(readJsonObject(text) ?? {}, 'mobile')?.trim();
  if (!mobile) throw new CiamError('bad-response', { httpStatus: 200 });
  // Answers spell a Chinese number `+86-152…`, calls want it bare.
  return mobile.replace(/^\+86-?/, '');
}

/** Proves the second factor (API, section 5). @throws {CiamError} `code-wrong`, `access-denied` … */
export function verifySecondFactor(
  client: CiamClient,
  { mobile, code }: SmsProof,
  options: ContinueOptions,
): Promise<LoginAnswer> {
  const body = { mobile, verify_code: code };
  return requestLogin(client, { ...options, path: '/api/v2/sdk/mfa/sms', body });
}

/** Binds a number to an account that came from elsewhere (API, section 5). @throws {CiamError} `code-wrong` … */
export function bindMobile(
  client: CiamClient,
  { mobile, code }: SmsProof,
  options: ContinueOptions,
): Promise<LoginAnswer> {
  const body = { mobile, verify_code: code };
  return requestLogin(client, { ...options, path: '/api/v2/sdk/social/bind', body });
}

/** Makes an account of a number, for somebody who came from elsewhere (API, section 5). @throws {CiamError} `code-wrong` … */
export function registerMobile(
  client: CiamClient,
  { mobile, code }: SmsProof,
  options: ContinueOptions,
): Promise<LoginAnswer> {
  const body = { mobile, verify_code: code };
  return requestLogin(client, { ...options, path: '/api/v2/sdk/social/register-bind', body });
}
