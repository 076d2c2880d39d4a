/** How this tenant behaves. Live: change a field and the next request sees it. */
export interface Settings {
  /** Whose documents are followed: BambooCloud (`IDAAS.SDK.` before error codes) or Huawei Cloud. */
  dialect: 'bc' | 'hw';
  /** Whether a success carries an id_token; `null` = as the dialect does (BC yes, HW no). */
  idToken: boolean | null;
  /** Life of an id_token; `null` = as the dialect does (BC 300, HW 7200). */
  idTokenSeconds: number | null;
  /** Signature algorithm of the id_token. */
  idTokenAlg: 'RS256' | 'RS384' | 'RS512';
  /** `iss` of the id_token; `null` = this server's origin + `/api/v1/oauth2`. */
  issuer: string | null;
  /** Life of a session_token, sent as `expire`. */
  sessionSeconds: number;
  /** Whether BC's refresh hands out a new session_token and kills the old one. */
  rotateSessionToken: boolean;
  /** Life of a state_token. */
  stateTokenSeconds: number;
  /** Whether state and session tokens only work with the fingerprint they were given to. */
  bindFingerprint: boolean;
  /** `secretKey` of a captcha. The coordinates are expected in plain text all the same, as in the documents. */
  secretKey: string | null;
  /** Life of a puzzle, and again of the credential it is exchanged for. */
  captchaSeconds: number;
  /** How many image pixels beside the place still count as right. */
  captchaTolerance: number;
  /** How many puzzles are painted, which then come again under new tokens; `null` = each is new. */
  paintings: number | null;
  /** Digits in a verification code. */
  codeLength: number;
  /** Life of a verification code. */
  codeSeconds: number;
  /** Wrong tries after which a code is dead. */
  codeTries: number;
  /** Least time between two messages to one number; undocumented, so 0. Sooner is a 429 with Retry-After. */
  resendSeconds: number;
  /** Host in the last line of a text message (`@host #code`), which WebOTP compares with the page's. */
  smsHost: string;
  /** `type`s of `sms/send` that serve the second factor. */
  mfaSmsTypes: string[];
  /** Versions of the Alipay call that exist. */
  alipayVersions: ('v2' | 'v3')[];
  /** What a version that does not exist answers. */
  alipayMissingStatus: 404 | 405;
  /** Calling codes this tenant accepts; a tenant has China only unless it asks for more. */
  areaCodes: string[];
  /** Required `X-tenant-id`; `null` = the tenant has its own domain and the header is not looked at. */
  tenantId: string | null;
  /** Field that holds the PEM in the answer of `GET /public-key` (its name is documented nowhere). */
  publicKeyField: string;
  /** Whether `Retry-After` can be read across origins. */
  exposeRetryAfter: boolean;
}

/** The settings a server starts with; a fresh object each time. */
export function defaultSettings(): Settings {
  return {
    dialect: 'bc',
    idToken: null,
    idTokenSeconds: null,
    idTokenAlg: 'RS256',
    issuer: null,
    sessionSeconds: 43_200,
    rotateSessionToken: true,
    stateTokenSeconds: 300,
    bindFingerprint: true,
    secretKey: 'kTq7XvN2mB9sLc4R',
    captchaSeconds: 120,
    captchaTolerance: 5,
    paintings: null,
    codeLength: 6,
    codeSeconds: 300,
    codeTries: 5,
    resendSeconds: 0,
    smsHost: 'localhost',
    mfaSmsTypes: ['OTP_REST_SMS', 'MFA_AUTH_SMS'],
    alipayVersions: ['v3', 'v2'],
    alipayMissingStatus: 404,
    areaCodes: ['86'],
    tenantId: null,
    publicKeyField: 'public_key',
    exposeRetryAfter: true,
  };
}
