import type { CiamServer } from '../../../demo/server/ciam-server.js';
import { FIXED_CODE, FIXED_MOBILE, TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import { fetchCaptcha, verifyCaptcha } from '../../../src/client/captcha.js';
import type { CiamClient } from '../../../src/client/client.js';
import {
  bindAccount,
  fetchMobileByToken,
  registerAccount,
  skipPasswordUpdate,
  updatePassword,
  verifySecondFactor,
} from '../../../src/client/continue.js';
import { fetchCountries } from '../../../src/client/country-codes.js';
import {
  loginWithAlipay,
  loginWithOneClick,
  loginWithPassword,
  loginWithSmsCode,
  loginWithWechat,
} from '../../../src/client/login.js';
import { sendEmailCode, sendSmsCode } from '../../../src/client/send-code.js';
import { logout, refreshIdToken } from '../../../src/client/session.js';
import { verifyIdToken } from '../../../src/client/verify-id-token.js';
import type { Session } from '../../../src/protocol/login-answer.js';
import type { CallName } from '../../support/faults/calls.js';
import { begunSession } from '../support/begun-session.js';

/** Who makes a call: a client, and the server that it talks to. */
export interface Caller {
  readonly server: CiamServer;
  readonly client: CiamClient;
}

/** Makes one call: with a client that is given then, and may be in more of a hurry. */
type Call = (client: CiamClient) => Promise<unknown>;

/** Does all that has to be done before the call can be made, and gives the call. */
type Begin = (caller: Caller) => Promise<Call>;

const MOBILE = '13912345678';
const EMAIL = 'li.lei@example.com';
const { mfa } = TEST_NUMBERS;

async function captchaToken({ server, client }: Caller, to: string): Promise<string> {
  const challenge = await fetchCaptcha(client);
  return verifyCaptcha(client, { challenge, x: server.puzzleX(challenge.token)!, mobile: to });
}

/** The state token of a login that the server wants to be continued so. */
async function begun({ server, client }: Caller, status: string, mobile = MOBILE): Promise<string> {
  const code = server.issueAlipayCode({ mobile, status });
  const answer = await loginWithAlipay(client, { code, api: 'v2' });
  if (answer.kind === 'session') throw new Error('It was over at once');
  return answer.stateToken;
}

async function codeFor(caller: Caller, type: string, to = MOBILE): Promise<string> {
  const { server, client } = caller;
  await sendSmsCode(client, { mobile: to, type, captchaToken: await captchaToken(caller, to) });
  return server.inbox.latestCode(to)!;
}

/** A session that is then used in Huawei's dialect. */
function session(
  dialect: 'bc' | 'hw',
  use: (client: CiamClient, session: Session) => Promise<unknown>,
): Begin {
  return async ({ server, client }) => {
    server.settings.dialect = 'bc'; // the password call is BambooCloud's
    const first = await begunSession(client);
    server.settings.dialect = dialect;
    return (hurried) => use(hurried, first);
  };
}

function binding(status: string, type: string, call: typeof bindAccount): Begin {
  return async (caller) => {
    const stateToken = await begun(caller, status);
    const code = await codeFor(caller, type);
    return (client) => call(client, { mobile: MOBILE, code }, { stateToken });
  };
}

const refreshHw = session('hw', (client, first) => refreshIdToken(client, first, 'hw'));

/** How each call of the table is made. */
export const BEGIN: Readonly<Record<CallName, Begin>> = {
  captcha: () => Promise.resolve((client) => fetchCaptcha(client)),
  async verify({ server, client }) {
    const challenge = await fetchCaptcha(client);
    const x = server.puzzleX(challenge.token)!;
    return (hurried) => verifyCaptcha(hurried, { challenge, x, mobile: MOBILE });
  },
  async sendSms(caller) {
    const order = { mobile: MOBILE, type: 'LOGIN_SMS', captchaToken: await captchaToken(caller, MOBILE) };
    return (client) => sendSmsCode(client, order);
  },
  async sendEmail(caller) {
    const order = { email: EMAIL, type: 'BIND_EMAIL', captchaToken: await captchaToken(caller, EMAIL) };
    return (client) => sendEmailCode(client, order);
  },
  countries: () => Promise.resolve((client) => fetchCountries(client)),
  smsLogin: () =>
    Promise.resolve((client) => loginWithSmsCode(client, { mobile: FIXED_MOBILE, code: FIXED_CODE })),
  alipay({ server }) {
    const code = server.issueAlipayCode();
    return Promise.resolve((client) => loginWithAlipay(client, { code }));
  },
  alipayV2({ server }) {
    const code = server.issueAlipayCode();
    return Promise.resolve((client) => loginWithAlipay(client, { code, api: 'v2' }));
  },
  oneClick({ server }) {
    const accessToken = server.issueOneClickToken();
    return Promise.resolve((client) => loginWithOneClick(client, { accessToken }));
  },
  wechat({ server }) {
    const code = server.issueWechatCode();
    return Promise.resolve((client) => loginWithWechat(client, { code }));
  },
  password: () =>
    Promise.resolve((client) => loginWithPassword(client, { userName: 'li.lei', password: TEST_PASSWORD })),
  async mobileByToken(caller) {
    const stateToken = await begun(caller, 'MFA_AUTH');
    return (client) => fetchMobileByToken(client, { stateToken });
  },
  async secondFactor(caller) {
    const stateToken = await begun(caller, 'MFA_AUTH', mfa.mobile);
    const code = await codeFor(caller, 'OTP_REST_SMS', mfa.mobile);
    return (client) => verifySecondFactor(client, { mobile: mfa.mobile, code }, { stateToken });
  },
  bind: binding('SOCIAL_BIND', 'BIND_MOBILE_SMS', bindAccount),
  register: binding('USER_REGISTER', 'REGISTER_SMS', registerAccount),
  async updatePassword(caller) {
    const stateToken = await begun(caller, 'PASSWORD_EXPIRED');
    const passwords = { oldPassword: TEST_PASSWORD, newPassword: 'Newer-1234' };
    return (client) => updatePassword(client, passwords, { stateToken });
  },
  async skipUpdate(caller) {
    const stateToken = await begun(caller, 'PASSWORD_WARN');
    return (client) => skipPasswordUpdate(client, { stateToken });
  },
  refreshBc: session('bc', (client, first) => refreshIdToken(client, first, 'bc')),
  refreshHw,
  publicKey: refreshHw,
  serverDate: refreshHw,
  logout: session('hw', (client, first) => logout(client, first)),
  async keys({ client }) {
    const { idToken } = await begunSession(client);
    return (hurried) => verifyIdToken(hurried, idToken ?? '');
  },
};
