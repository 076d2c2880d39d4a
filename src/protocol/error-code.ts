/**
 * Every way in which a login can fail, as a stable word that pages may switch over.
 * The words are part of the public interface; new ones may be added, none is ever renamed.
 * The reference in `docs` is written from the comments: what has happened, and what a page does about it.
 */
export type ErrorCode =
  /** The element is set up wrongly, and nothing was sent; `subject` and the sentence name the attribute. Mend the page. */
  | 'config'
  /** The service was not reached, or does not allow this page's origin (CORS). People may try again; if nobody gets through, see `docs/cors.md`. */
  | 'network'
  /** No whole answer within `timeout`. People may try again. */
  | 'timeout'
  /** The service answered with a status from 500 on. People may try again later. */
  | 'busy'
  /** Too many requests (429). `retryAfter` says when to try again, where the service tells it. */
  | 'rate-limited'
  /** An answer that the API does not promise: a portal's HTML, a broken body, an unknown status. Tell whoever runs the service. */
  | 'bad-response'
  /** The service wants to know more of the device than it was told. Report it: it is no fault of the person. */
  | 'device-incomplete'
  /** The service does not know this `client-id` or `tenant-id`. Mend the page, or register it at the tenant. */
  | 'app-unknown'
  /** That is no mobile number; nothing was sent, or the service says so. It stays to be mended. */
  | 'mobile-invalid'
  /** That is no e-mail address. It stays to be mended. */
  | 'email-invalid'
  /** The new password breaks a rule that is shown, or the two are not the same. */
  | 'password-weak'
  /** There is no code in its field; nothing was sent. */
  | 'code-missing'
  /** A field is empty; `subject` names it. Nothing was sent. */
  | 'input-missing'
  /** The box for the terms is not ticked; nothing was sent. */
  | 'consent-required'
  /** The piece was in the wrong place. There is another picture already. */
  | 'captcha-failed'
  /** The picture was too old. There is another one already. */
  | 'captcha-expired'
  /** The puzzle was closed. The form is as it was. */
  | 'captcha-cancelled'
  /** The service could not send the message. People may try again. */
  | 'send-failed'
  /** The code is wrong or too old. The same one may be mended, or another asked for. */
  | 'code-wrong'
  /** There is no such user. Offer to register, where there is a way. */
  | 'user-not-found'
  /** The user is disabled. Say whom to turn to. */
  | 'user-disabled'
  /** The user is locked, for a while or for good. Say whom to turn to. */
  | 'user-locked'
  /** A policy of the tenant forbids this login. Say whom to turn to. */
  | 'access-denied'
  /** User name or password is wrong. */
  | 'password-wrong'
  /** The login took too long between two of its steps. The form is at its beginning again. */
  | 'state-token-invalid'
  /** The session has ended, or was revoked. Let the person log in again. */
  | 'session-invalid'
  /** What came back from Alipay answers no login of this browser, or one too old. Nothing was sent; the form is there to begin again. */
  | 'alipay-state'
  /** The person said no at Alipay. The form is as it was. */
  | 'alipay-cancelled'
  /** Alipay cannot be used here; `subject` says why: `frame`, `wechat`, `storage`. Another way to log in works. */
  | 'alipay-unavailable'
  /** The same as `alipay-state`, for WeChat. */
  | 'wechat-state'
  /** The person said no at WeChat. The form is as it was. */
  | 'wechat-cancelled'
  /** WeChat cannot be used here; `subject` says why: `frame`, `storage`. Another way to log in works. */
  | 'wechat-unavailable'
  /** The carrier cannot vouch for this phone's number. The form for a text message is open. */
  | 'one-click-unavailable'
  /** The carrier's answer failed, or none came. The form for a text message is open. */
  | 'one-click-failed'
  /** The id_token is missing where it must be there, or is not genuine. **Nobody is logged in.** Check `issuer`, `audience` and `jwks-uri`; else somebody is tampering. */
  | 'id-token-invalid'
  /** The service refused for another reason: its own sentence is shown, and `serverCode` has its code. */
  | 'refused';
