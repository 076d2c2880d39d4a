import { CiamError } from '../protocol/errors.js';
import { readJsonObject } from '../protocol/json.js';
import type { CallOptions, CiamClient } from './client.js';
import { request } from './request.js';

/** What a code is good for (API, section 3). The second factor's type differs between tenants, hence any text. */
export type SmsType = 'LOGIN_SMS' | 'REGISTER_SMS' | 'BIND_MOBILE_SMS' | 'OTP_REST_SMS' | (string & {});

/** A text message to be sent. */
export interface SmsOrder {
  /** The bare eleven digits for China, `+852-91234567` elsewhere; see `readMobile`. */
  mobile: string;
  type: SmsType;
  /** From `verifyCaptcha` for the same number. */
  captchaToken: string;
}

/**
 * Has the server send a code.
 *
 * @throws {CiamError} `captcha-expired` when the puzzle has to be solved anew; `send-failed`.
 */
export async function sendSmsCode(
  client: CiamClient,
  order: SmsOrder,
  options: CallOptions = {},
): Promise<void> {
  const body = { mobile: order.mobile, type: order.type, captcha_token: order.captchaToken };
  const text = await request(client, { ...options, path: '/api/v2/sdk/sms/send', body });
  // The API answers with nothing; a page of HTML means that something between us and it answered instead.
  if (text.trim() && !readJsonObject(text)) throw new CiamError('bad-response', { httpStatus: 200 });
}
