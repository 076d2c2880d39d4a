import { CiamError } from '../protocol/errors.js';
import { type LoginAnswer, readLoginAnswer } from '../protocol/login-answer.js';
import type { CallOptions, CiamClient } from './client.js';
import { type CallSpec, request } from './request.js';

/** Makes a call whose answer is a login answer; the shape that all login and continuation calls share. */
export async function requestLogin(client: CiamClient, spec: CallSpec): Promise<LoginAnswer> {
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

/** Which version of the Alipay call a tenant has; without one `v3` is tried, then `v2`. */
export type AlipayApi = 'v2' | 'v3';

/**
 * Logs in with the `auth_code` that Alipay's callback brought (API, section 4). The documents disagree about the
 * call's version. Where the first is missing (404 or 405), nothing was redeemed, and so the other is tried once;
 * what was found is remembered for this tenant.
 *
 * @param login.api Fixes the version: no other is tried.
 * @throws {CiamError} `refused` for a code that is spent or too old …
 */
export async function loginWithAlipay(
  client: CiamClient,
  { code, api }: { code: string; api?: AlipayApi | undefined },
  options: CallOptions = {},
): Promise<LoginAnswer> {
  const call = (version: AlipayApi) =>
    requestLogin(client, { ...options, path: `/api/${version}/sdk/login/alipay`, body: { code } });
  if (api) return call(api);

  const { store } = client.device;
  const key = `ciam-login:alipay-api:${client.baseUrl}`;
  const [first, second]: [AlipayApi, AlipayApi] = store.get(key) === 'v2' ? ['v2', 'v3'] : ['v3', 'v2'];
  try {
    return await call(first);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  try {
    const answer = await call(second);
    store.set(key, second);
    return answer;
  } catch (error) {
    // A refusal shows that the call is there, too.
    if (error instanceof CiamError && error.httpStatus && !isMissing(error)) store.set(key, second);
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof CiamError && [404, 405].includes(error.httpStatus ?? 0))) return false;
  // A refusal in the tenant's own words shows that the call is there, and may have spent the code; what Huawei's
  // gateway says of an address that it does not know is none.
  return error.serverCode === null || error.serverCode.startsWith('APIG.');
}

/**
 * Logs in with the token of Alibaba Cloud's number authentication (API, section 4; BambooCloud only).
 *
 * @throws {CiamError} `refused` for a token that is spent or too old …
 */
export async function loginWithOneClick(
  client: CiamClient,
  { accessToken }: { accessToken: string },
  options: CallOptions = {},
): Promise<LoginAnswer> {
  const body = { access_token: accessToken };
  return requestLogin(client, { ...options, path: '/api/v2/sdk/login/aliyun-mobile-auth', body });
}

/**
 * Logs in with the `code` that WeChat's callback brought (API, section 4).
 *
 * @throws {CiamError} `refused` for a code that is spent or too old …
 */
export async function loginWithWechat(
  client: CiamClient,
  { code }: { code: string },
  options: CallOptions = {},
): Promise<LoginAnswer> {
  return requestLogin(client, { ...options, path: '/api/v2/sdk/login/wechat', body: { code } });
}

/**
 * Logs in with a user name and a password (API, section 4; BambooCloud's call).
 *
 * @throws {CiamError} `password-wrong`, `user-locked` …
 */
export async function loginWithPassword(
  client: CiamClient,
  { userName, password }: { userName: string; password: string },
  options: CallOptions = {},
): Promise<LoginAnswer> {
  const body = { user_name: userName, password };
  return requestLogin(client, { ...options, path: '/api/v2/sdk/login/auth', body });
}
