import type { Fault } from '../../../demo/server/faults.js';
import type { ErrorCode } from '../../../src/protocol/errors.js';

/** A kind of answer, and what comes of it: for a login, and for `sms/send` where that differs. */
export interface FaultCase {
  name: string;
  fault: Fault;
  login: ErrorCode | 'ok';
  /** A message is accepted by any 2xx without a body. */
  send?: ErrorCode | 'ok';
}

const body = (name: string, text: string, send?: ErrorCode | 'ok'): FaultCase => ({
  name,
  fault: { kind: 'body', body: text },
  login: 'bad-response',
  ...(send && { send }),
});

const patch = (name: string, json: Record<string, unknown>, login: ErrorCode | 'ok' = 'bad-response') =>
  ({ name, fault: { kind: 'patch', json }, login, send: 'ok' }) satisfies FaultCase;

const refusal = (status: number, error_code: string, code: ErrorCode): FaultCase => ({
  name: `${status} ${error_code}`,
  fault: { kind: 'status', status, body: { error_code, error_msg: 'No' } },
  login: code,
});

const status = (number: number, code: ErrorCode, headers: Record<string, string> = {}): FaultCase => ({
  name: [number, ...Object.entries(headers).flat()].join(' '),
  fault: { kind: 'status', status: number, headers },
  login: code,
});

/** Promise N4: what networks, gateways and tenants have been seen to answer, or could. */
export const FAULTS: readonly FaultCase[] = [
  { name: 'a page of HTML', fault: { kind: 'html' }, login: 'bad-response' },
  { name: 'a page of HTML with 403', fault: { kind: 'html', status: 403 }, login: 'bad-response' },
  { name: 'a page of HTML with 502', fault: { kind: 'html', status: 502 }, login: 'busy' },
  { name: 'nothing', fault: { kind: 'empty' }, login: 'bad-response', send: 'ok' },
  { name: 'nothing with 204', fault: { kind: 'empty', status: 204 }, login: 'bad-response', send: 'ok' },
  { name: 'nothing with 205', fault: { kind: 'empty', status: 205 }, login: 'bad-response', send: 'ok' },
  body('blanks', ' \r\n', 'ok'),
  body('null', 'null'),
  body('an array', '[{"status":"SUCCESS"}]'),
  body('a string', '"SUCCESS"'),
  body('a number', '200'),
  body('an empty object', '{}', 'ok'),
  body('half of it', '{"status":"SUCC'),
  body('binary', '\u0000\u0001\ufffd'),
  { name: 'half, with the right length', fault: { kind: 'truncate' }, login: 'bad-response' },
  { name: 'half, and the connection dies', fault: { kind: 'cut' }, login: 'network' },
  { name: 'a reset', fault: { kind: 'reset' }, login: 'network' },
  { name: 'a redirect', fault: { kind: 'redirect', location: '/api/v2/sdk/captcha' }, login: 'network' },
  { name: '2 MiB', fault: { kind: 'huge' }, login: 'bad-response' },
  patch('expire as a string', { expire: '43200' }),
  patch('expire negative', { expire: -1 }),
  patch('expire null', { expire: null }),
  patch('expire 1e20', { expire: 1e20 }),
  patch('an unknown status', { status: 'LOCKED' }),
  patch('no status', { $delete: ['status'] }),
  patch('status constructor', { status: 'constructor' }),
  patch('no session_token', { $delete: ['session_token'] }),
  patch('ACCESS_DENIED', { status: 'ACCESS_DENIED' }, 'access-denied'),
  patch('more than is known', { extra: { a: [1] } }, 'ok'),
  {
    name: 'an error_code with 200',
    fault: { kind: 'body', body: '{"error_code":"USER.0039"}' },
    login: 'user-disabled',
  },
  refusal(400, 'PARAM.0001', 'device-incomplete'),
  refusal(400, 'IDAAS.SDK.CAPTCHA.0003', 'captcha-expired'),
  refusal(400, 'CAPTCHA.0006', 'send-failed'),
  refusal(400, 'SDK.CAPTCHA.0007', 'code-wrong'),
  refusal(400, 'RISK.0042', 'refused'),
  refusal(401, 'PARAM.0023', 'session-invalid'),
  refusal(500, 'COM.0002', 'busy'),
  ...[304, 400, 401, 403, 404, 405, 413].map((number) => status(number, 'bad-response')),
  status(408, 'timeout'),
  status(429, 'rate-limited'),
  status(429, 'rate-limited', { 'Retry-After': '7' }),
  ...[500, 502, 503, 504].map((number) => status(number, 'busy')),
];
