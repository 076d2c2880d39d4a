const SDK = '/api/v2/sdk';

/** What the answer to a call has to hold; calls of one kind read it in the same way. */
export type AnswerKind =
  | 'login'
  | 'order'
  | 'puzzle'
  | 'captcha-token'
  | 'countries'
  | 'mobile'
  | 'keys'
  | 'id-token'
  | 'public-key'
  | 'date';

/** One call of the API, as far as its faults go. */
export interface ApiCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly answer: AnswerKind;
  /** The field without which its answer is none; an order is answered with nothing. */
  readonly needs?: string;
  /** Made again, at most twice, where that may help (N1). */
  readonly isRepeated?: true;
}

const login = (path: string, method: ApiCall['method'] = 'POST', base = SDK) =>
  ({ method, path: base + path, answer: 'login', needs: 'status' }) satisfies ApiCall;

/**
 * Every call that the client makes. The tables of faults go through all of them: a call that is missing here fails
 * `fault-matrix.test.ts`, and one without a way to make it does not compile.
 */
export const CALLS = {
  captcha: { method: 'GET', path: `${SDK}/captcha`, answer: 'puzzle', needs: 'token' },
  verify: { method: 'POST', path: `${SDK}/captcha/verify`, answer: 'captcha-token', needs: 'captcha_token' },
  sendSms: { method: 'POST', path: `${SDK}/sms/send`, answer: 'order' },
  sendEmail: { method: 'POST', path: `${SDK}/email/send`, answer: 'order' },
  countries: {
    ...{ method: 'GET', path: `${SDK}/country-codes`, answer: 'countries' },
    ...{ needs: 'phoneAreaCodeDefinitions', isRepeated: true },
  },
  smsLogin: login('/login/mobile-verify-code'),
  alipay: login('/login/alipay', 'POST', '/api/v3/sdk'),
  alipayV2: login('/login/alipay'),
  oneClick: login('/login/aliyun-mobile-auth'),
  wechat: login('/login/wechat'),
  password: login('/login/auth'),
  mobileByToken: {
    ...{ method: 'GET', path: `${SDK}/mobile-by-token`, answer: 'mobile' },
    ...{ needs: 'mobile', isRepeated: true },
  },
  secondFactor: login('/mfa/sms'),
  bind: login('/social/bind'),
  register: login('/social/register-bind'),
  updatePassword: login('/pwd/update'),
  skipUpdate: login('/pwd/skip-update', 'GET'),
  refreshBc: {
    method: 'POST',
    path: `${SDK}/sso/session-token/id-token`,
    answer: 'id-token',
    needs: 'id_token',
  },
  refreshHw: {
    ...{ method: 'POST', path: `${SDK}/session-token/refresh-id-token` },
    ...{ answer: 'id-token', needs: 'id_token' },
  },
  publicKey: { method: 'GET', path: `${SDK}/public-key`, answer: 'public-key', needs: 'public_key' },
  serverDate: { method: 'GET', path: `${SDK}/server-date`, answer: 'date', needs: 'timestamp' },
  logout: { method: 'GET', path: `${SDK}/logout`, answer: 'order' },
  keys: { method: 'GET', path: '/api/v1/oauth2/keys', answer: 'keys', needs: 'keys', isRepeated: true },
} as const satisfies Record<string, ApiCall>;

/** A call of the table. */
export type CallName = keyof typeof CALLS;

/** Their names, in the order of the table. */
export const CALL_NAMES = Object.keys(CALLS) as CallName[];
