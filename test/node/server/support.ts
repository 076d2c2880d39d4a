import { afterAll, beforeEach } from 'vitest';
import type { CiamServer, CiamServerOptions } from '../../../demo/server/ciam-server.js';
import { startQuickServer } from '../../support/quick-server.js';

/** Path of the API's calls. */
export const SDK = '/api/v2/sdk';

/** A valid number without a part to play. */
export const MOBILE = '13912345678';

/** An origin that the servers of these tests allow. */
export const PAGE = 'https://shop.example';

/** The headers every call must carry. */
export const DEVICE = {
  'X-operating-sys-version': 'Windows 11',
  'X-device-fingerprint': '0123456789abcdef',
  'X-agent': 'Mozilla/5.0 (test)',
  'X-client-id': 'demo-client',
};

const JSON_TYPE = { 'Content-Type': 'application/json;charset=utf8' };

/** What came back. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body, or an empty object. */
  json: Record<string, unknown>;
}

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true && text !== '';
  const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, text, json };
}

/** A server, and the calls of a well-behaved client. */
export interface Bench {
  server: CiamServer;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Solves a puzzle for a number or email address. */
  credential(sender: string): Promise<string>;
  /** Has a code sent, and reads it in the inbox. */
  code(to: string, type?: string): Promise<string>;
  /** Logs a number in by SMS. */
  login(mobile?: string): Promise<Answer>;
}

/** Starts a server for a test file; it is reset before each test and stopped after the last. */
export async function startBench(options: CiamServerOptions = {}): Promise<Bench> {
  const server = await startQuickServer({ allowedOrigins: [PAGE], ...options });
  beforeEach(() => server.reset());
  afterAll(() => server.stop());

  const get: Bench['get'] = async (path, headers = {}) =>
    toAnswer(await fetch(server.origin + path, { headers: { ...DEVICE, ...headers }, redirect: 'manual' }));

  const post: Bench['post'] = async (path, body, headers = {}) =>
    toAnswer(
      await fetch(server.origin + path, {
        method: 'POST',
        headers: { ...DEVICE, ...JSON_TYPE, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        redirect: 'manual',
      }),
    );

  const credential: Bench['credential'] = async (sender) => {
    const token = String((await get(`${SDK}/captcha`)).json.token);
    const point = `{"x":${server.puzzleX(token)}.0,"y":5.0}`;
    return String(
      (await post(`${SDK}/captcha/verify`, { point_json: point, token, sender })).json.captcha_token,
    );
  };

  const code: Bench['code'] = async (to, type = 'LOGIN_SMS') => {
    const captchaToken = await credential(to);
    const [path, field] = to.includes('@') ? ['email', 'email'] : ['sms', 'mobile'];
    const answer = await post(`${SDK}/${path}/send`, { [field]: to, type, captcha_token: captchaToken });
    if (answer.status !== 200) throw new Error(answer.text);
    return server.inbox.latestCode(to) ?? '';
  };

  const login: Bench['login'] = async (mobile = MOBILE) =>
    post(`${SDK}/login/mobile-verify-code`, { mobile, verify_code: await code(mobile) });

  return { server, get, post, credential, code, login };
}

/** The `error_code` of an answer without its dialect's prefix, after its status: `400 CAPTCHA.0002`. */
export function refusalOf({ status, json }: Answer): string {
  return `${status} ${String(json.error_code).replace(/^IDAAS\.SDK\./, '')}`;
}
