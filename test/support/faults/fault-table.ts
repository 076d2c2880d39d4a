import type { Fault } from '../../../demo/server/faults.js';
import type { ErrorCode } from '../../../src/protocol/errors.js';
import type { AnswerKind, ApiCall, CallName } from './calls.js';

/** What comes of a call: the code of its error, or `ok`. */
export type Outcome = ErrorCode | 'ok';

/** One way in which an answer goes wrong, and what comes of it at each call. */
export interface FaultRow {
  readonly name: string;
  /** `null` where the call has nothing that could go wrong so. */
  readonly fault: Fault | ((call: ApiCall) => Fault | null);
  readonly code: Outcome;
  /** Where it is another, by the kind of the answer or by the call. */
  readonly but?: Partial<Record<AnswerKind | CallName, Outcome>>;
  /** Takes for ever, so the call is given a short time limit. */
  readonly isEndless?: true;
  /** Only browsers know it. */
  readonly isCors?: true;
}

/** An order is accepted by any 2xx without a body, or with an object. */
const ORDER = { order: 'ok' } as const;
/** Where nothing was redeemed the other version of the call is tried once (N1's one exception). */
const MISSING = { alipay: 'ok' } as const;

const row = (
  name: string,
  fault: FaultRow['fault'],
  code: Outcome,
  more: Partial<FaultRow> = {},
): FaultRow => ({
  ...{ name, fault, code },
  ...more,
});

const body = (name: string, text: string, but: FaultRow['but'] = {}) =>
  row(name, { kind: 'body', body: text }, 'bad-response', { but });

const endless = (name: string, fault: Fault) => row(name, fault, 'timeout', { isEndless: true });

/** Changes the right answer of a login. */
const patch = (name: string, json: Record<string, unknown>, code: Outcome = 'bad-response') =>
  row(name, ({ answer }) => (answer === 'login' ? { kind: 'patch', json } : null), code);

/** Does something to the field that an answer is there for. */
const field = (name: string, change: (needs: string) => Record<string, unknown>) =>
  row(name, ({ needs }) => (needs ? { kind: 'patch', json: change(needs) } : null), 'bad-response');

const refusal = (status: number, error_code: string, code: ErrorCode) =>
  row(
    `${status} ${error_code}`,
    { kind: 'status', status, body: { error_code, error_msg: 'the server says no' } },
    code,
  );

const status = (number: number, code: ErrorCode, more: Partial<FaultRow> = {}) =>
  row(`${number} without a body`, { kind: 'status', status: number }, code, more);

const waiting = (number: number, code: ErrorCode) =>
  row(
    `${number} with Retry-After: 7`,
    { kind: 'status', status: number, headers: { 'Retry-After': '7' } },
    code,
  );

/** Promise N4: what networks, gateways and tenants have been seen to answer, or could. */
export const FAULTS: readonly FaultRow[] = [
  // First, before the browser remembers that it was allowed.
  row('a refused preflight', { kind: 'refuse-preflight' }, 'network', { isCors: true, but: { keys: 'ok' } }),
  row('no CORS headers', { kind: 'no-cors' }, 'network', { isCors: true }),
  row('a reset', { kind: 'reset' }, 'network'),
  row('half of it, and the connection dies', { kind: 'cut' }, 'network'),
  row('a redirect', { kind: 'redirect', location: '/api/v2/sdk/captcha' }, 'network'),
  endless('no answer at all', { kind: 'hang' }),
  endless('headers, then nothing', { kind: 'hang-body' }),
  row('one byte a second', (call) => (call.needs ? { kind: 'drip', ms: 1000 } : null), 'timeout', {
    isEndless: true,
  }),

  row('a page of HTML', { kind: 'html' }, 'bad-response'),
  row('nothing', { kind: 'empty' }, 'bad-response', { but: ORDER }),
  row('nothing with 204', { kind: 'empty', status: 204 }, 'bad-response', { but: ORDER }),
  row('nothing with 205', { kind: 'empty', status: 205 }, 'bad-response', { but: ORDER }),
  body('blanks', ' \r\n', ORDER),
  body('null', 'null'),
  body('an array', '[{"status":"SUCCESS"}]'),
  body('a string', '"SUCCESS"'),
  body('a number', '1e400'),
  body('half of some JSON', '{"status":"SUCC'),
  body('bytes that are no text', '\u0000\u0001\ufffd'),
  body('an empty object', '{}', ORDER),
  row('half of it, with the right length', { kind: 'truncate' }, 'bad-response'),
  row('over 1 MiB', { kind: 'huge' }, 'bad-response'),
  row('more fields than are known', { kind: 'patch', json: { extra: { a: [1] } } }, 'ok'),
  field('without the field that it is for', (needs) => ({ $delete: [needs] })),
  field('that field as an object', (needs) => ({ [needs]: { a: 1 } })),
  field('that field as null', (needs) => ({ [needs]: null })),
  field('that field empty', (needs) => ({ [needs]: '' })),
  row('an `error_code` with 200', { kind: 'body', body: '{"error_code":"USER.0039"}' }, 'user-disabled'),

  patch('an unknown status', { status: 'RISK_REVIEW' }),
  patch('`status` in lower case', { status: 'success' }),
  patch('`status` "constructor"', { status: 'constructor' }),
  patch('`status` ACCESS_DENIED', { status: 'ACCESS_DENIED' }, 'access-denied'),
  patch('MFA_AUTH without `state_token`', { status: 'MFA_AUTH', $delete: ['state_token'] }),
  patch('no `session_token`', { $delete: ['session_token'] }),
  patch('an empty `session_token`', { session_token: '' }),
  patch('`session_token` as a number', { session_token: 7 }),
  patch('no `expire`', { $delete: ['expire'] }),
  patch('`expire` as a string', { expire: '43200' }),
  patch('`expire` negative', { expire: -1 }),
  patch('`expire` null, which NaN is in JSON', { expire: null }),
  patch('`expire` 1e20', { expire: 1e20 }),
  patch('`id_token` as a number', { id_token: 7 }),

  refusal(400, 'PARAM.0001', 'device-incomplete'),
  refusal(400, 'PARAM.0003', 'app-unknown'),
  refusal(400, 'SDK.CAPTCHA.0002', 'captcha-failed'),
  refusal(400, 'IDAAS.SDK.CAPTCHA.0003', 'captcha-expired'),
  refusal(400, 'CAPTCHA.0006', 'send-failed'),
  refusal(400, 'SDK.CAPTCHA.0007', 'code-wrong'),
  refusal(400, 'USER.0001', 'user-not-found'),
  refusal(400, 'LOGIN.0001', 'user-locked'),
  refusal(400, 'LOGIN.0002', 'password-wrong'),
  refusal(400, 'COMMON.1007', 'state-token-invalid'),
  refusal(401, 'PARAM.0023', 'session-invalid'),
  refusal(400, 'RISK.0042', 'refused'),
  refusal(400, 'constructor', 'refused'),
  refusal(500, 'COM.0002', 'busy'),

  ...[304, 400, 401, 403, 413].map((number) => status(number, 'bad-response')),
  ...[404, 405].map((number) => status(number, 'bad-response', { but: MISSING })),
  row('403 with a page of HTML', { kind: 'html', status: 403 }, 'bad-response'),
  status(408, 'timeout'),
  status(429, 'rate-limited'),
  waiting(429, 'rate-limited'),
  ...[500, 502, 503, 504].map((number) => status(number, 'busy')),
  row('502 with a page of HTML', { kind: 'html', status: 502 }, 'busy'),
  waiting(503, 'busy'),
];

/** The fault of a row at a call; `null` where there is none. */
export function faultAt({ fault }: FaultRow, call: ApiCall): Fault | null {
  return typeof fault === 'function' ? fault(call) : fault;
}

/** What has to come of a row at a call. */
export function outcomeAt({ code, but = {} }: FaultRow, name: CallName, { answer }: ApiCall): Outcome {
  return but[name] ?? but[answer] ?? code;
}

/** How often a call is made when it fails so: a POST, and whatever changes something, once (N1). */
export function timesMade({ isRepeated }: ApiCall, { fault }: FaultRow, code: string): number {
  if (!isRepeated || !/^(network|timeout|busy)$/.test(code)) return 1;
  const isRefused = typeof fault === 'object' && fault.kind === 'status';
  return isRefused && (fault.headers || fault.status < 500) ? 1 : 3;
}
