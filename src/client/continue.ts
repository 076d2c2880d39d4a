import { CiamError } from '../protocol/errors.js';
import { readJsonObject, readString } from '../protocol/json.js';
import type { LoginAnswer } from '../protocol/login-answer.js';
import type { CallOptions, CiamClient } from './client.js';
import { requestLogin } from './login.js';
import { request } from './request.js';
import { retryGet } from './retry.js';

/** A call that continues a login: the state token of the answer before has to go with it. */
export interface ContinueOptions extends CallOptions {
  stateToken: string;
}

/** A number, and the code that was sent to it. */
export interface SmsProof {
  mobile: string;
  code: string;
}

/** An e-mail address, and the code that was sent to it. */
export interface EmailProof {
  email: string;
  code: string;
}

/**
 * Gets the number that the second factor's code goes to (API, section 5), as `sendSmsCode` wants it. Tried again at
 * most twice.
 *
 * @throws {CiamError} `state-token-invalid` when the login has to begin anew.
 */
export async function fetchMobileByToken(client: CiamClient, options: ContinueOptions): Promise<string> {
  const text = await retryGet(() => request(client, { ...options, path: '/api/v2/sdk/mobile-by-token' }));
  const mobile = readString(readJsonObject(text) ?? {}, 'mobile')?.trim();
  if (!mobile) throw new CiamError('bad-response', { httpStatus: 200 });
  // Answers spell a Chinese number `+86-152…`, calls want it bare.
  return mobile.replace(/^\+86-?/, '');
}

/** Proves the second factor (API, section 5). @throws {CiamError} `code-wrong`, `access-denied` … */
export function verifySecondFactor(
  client: CiamClient,
  proof: SmsProof,
  options: ContinueOptions,
): Promise<LoginAnswer> {
  return prove(client, '/api/v2/sdk/mfa/sms', proof, options);
}

/**
 * Binds a number, or an e-mail address, to an account that came from elsewhere (API, section 5).
 *
 * @throws {CiamError} `code-wrong` …
 */
export function bindAccount(
  client: CiamClient,
  proof: SmsProof | EmailProof,
  options: ContinueOptions,
): Promise<LoginAnswer> {
  return prove(client, '/api/v2/sdk/social/bind', proof, options);
}

/**
 * Makes an account of a number, or an e-mail address, for somebody who came from elsewhere (API, section 5).
 *
 * @throws {CiamError} `code-wrong` …
 */
export function registerAccount(
  client: CiamClient,
  proof: SmsProof | EmailProof,
  options: ContinueOptions,
): Promise<LoginAnswer> {
  return prove(client, '/api/v2/sdk/social/register-bind', proof, options);
}

/** Puts a new password in place of one that has expired, or soon will (API, section 5). */
export function updatePassword(
  client: CiamClient,
  { oldPassword, newPassword }: { oldPassword: string; newPassword: string },
  options: ContinueOptions,
): Promise<LoginAnswer> {
  const body = { old_password: oldPassword, new_password: newPassword };
  return requestLogin(client, { ...options, path: '/api/v2/sdk/pwd/update', body });
}

/** Leaves a password for later that is about to expire (API, section 5). */
export function skipPasswordUpdate(client: CiamClient, options: ContinueOptions): Promise<LoginAnswer> {
  return requestLogin(client, { ...options, path: '/api/v2/sdk/pwd/skip-update' });
}

function prove(
  client: CiamClient,
  path: string,
  { code, ...recipient }: SmsProof | EmailProof,
  options: ContinueOptions,
): Promise<LoginAnswer> {
  return requestLogin(client, { ...options, path, body: { ...recipient, verify_code: code } });
}
