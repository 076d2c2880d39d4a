/**
 * Everything without an interface: a function for each call of the API, the login as a flow of steps, sessions, errors, types. Without Lit.
 *
 * @module
 */
export { type CallOptions, type CiamClient, type ClientConfig, createClient } from '../client/client.js';
export { type CaptchaSolution, fetchCaptcha, verifyCaptcha } from '../client/captcha.js';
export { fetchCountries } from '../client/country-codes.js';
export {
  type ContinueOptions,
  type SmsProof,
  type EmailProof,
  bindAccount,
  fetchMobileByToken,
  registerAccount,
  skipPasswordUpdate,
  updatePassword,
  verifySecondFactor,
} from '../client/continue.js';
export {
  type AlipayApi,
  loginWithAlipay,
  loginWithOneClick,
  loginWithPassword,
  loginWithSmsCode,
  loginWithWechat,
} from '../client/login.js';
export {
  type EmailOrder,
  type EmailType,
  type SmsOrder,
  type SmsType,
  sendEmailCode,
  sendSmsCode,
} from '../client/send-code.js';
export { type SessionStorage } from '../client/held-session.js';
export { type LiveSession, type SessionOptions, createSession } from '../client/live-session.js';
export { type Dialect, browserLogoutUrl, logout, refreshIdToken } from '../client/session.js';
export { createSignature } from '../client/signature.js';
export { verifyIdToken } from '../client/verify-id-token.js';
export { browserDevice } from '../device/browser-device.js';
export type { Device, DeviceData, Store } from '../device/device.js';
export {
  type CaptchaRequest,
  type CaptchaSolver,
  type CaptchaTask,
  solveCaptcha,
} from '../flow/captcha-request.js';
export { type Flow, type FlowHost, type FlowState, type Phase, createFlow } from '../flow/flow.js';
export { RESEND_SECONDS, type ResendClock, createResendClock } from '../flow/resend-clock.js';
export type { Failure } from '../flow/failure.js';
export type { RunHost } from '../flow/run.js';
export type * from '../flow/step.js';
export { alipay } from '../methods/alipay.js';
export { oneClick } from '../methods/one-click.js';
export type { OneClickProvider } from '../methods/one-click-token.js';
export { sms } from '../methods/sms.js';
export type { LoginMethod, MethodTexts } from '../methods/method.js';
export type { CaptchaChallenge } from '../protocol/captcha.js';
export type { Country } from '../protocol/country-codes.js';
export { CiamError, type ErrorCode, type ErrorInfo } from '../protocol/errors.js';
export { type Claims, type ExpectedClaims, readIdToken } from '../protocol/id-token.js';
export type { Continuation, LoginAnswer, Session } from '../protocol/login-answer.js';
export { readMobile } from '../protocol/mobile.js';
export { readCode } from '../protocol/one-time-code.js';
