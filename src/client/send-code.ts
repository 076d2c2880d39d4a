import type { CallOptions, CiamClient } from './client.js';
import { requestNothing } from './request.js';

/** What a code is good for (API, section 3). The second factor's type differs between tenants, hence any text. */
export type SmsType = 'LOGIN_SMS' | 'REGISTER_SMS' | 'BIND_MOBILE_SMS' | 'OTP_REST_SMS' | (string & {});

/** The same for an e-mail; the documents name no types of theirs, these follow the pattern. */
export type EmailType = 'BIND_EMAIL' | 'REGISTER_EMAIL' | (string & {});

/** A text message to be sent. */
export interface SmsOrder {
  /** The bare eleven digits for China, `+852-91234567` elsewhere; see `readMobile`. */
  mobile: string;
  type: SmsType;
  /** From `verifyCaptcha` for the same number. */
  captchaToken: string;
}

/** An e-mail to be sent. */
export interface EmailOrder {
  email: string;
  type: EmailType;
  /** From `verifyCaptcha` for the same address. */
  captchaToken: string;
}

/**
 * Has the server send a code by text message.
 *
 * @throws {CiamError} `captcha-expired` when the puzzle has to be solved anew; `send-failed`.
 */
export function sendSmsCode(client: CiamClient, order: SmsOrder, options: CallOptions = {}): Promise<void> {
  const body = { mobile: order.mobile, type: order.type, captcha_token: order.captchaToken };
  return requestNothing(client, { ...options, path: '/api/v2/sdk/sms/send', body });
}

/**
 * Has the server send a code by e-mail.
 *
 * @throws {CiamError} `captcha-expired` when the puzzle has to be solved anew; `send-failed`.
 */
export function sendEmailCode(
  client: CiamClient,
  order: EmailOrder,
  options: CallOptions = {},
): Promise<void> {
  const body = { email: order.email, type: order.type, captcha_token: order.captchaToken };
  return requestNothing(client, { ...options, path: '/api/v2/sdk/email/send', body });
}
