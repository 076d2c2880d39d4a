import type { Fault } from '../../../demo/server/faults.ts';
import type { ErrorCode } from '../../../src/protocol/errors.ts';
import type { CallName } from '../support/steps.ts';

/** One way in which the answer to a call goes wrong, and the error that has to come of it. */
export interface Kind {
  readonly name: string;
  readonly fault: Fault;
  readonly expected: {
    readonly code: ErrorCode;
    /** Not looked at if absent. */
    readonly httpStatus?: number | null;
    readonly serverCode?: string;
    /** The server's own sentence, where it is shown in place of ours. */
    readonly serverText?: string;
  };
  /** The calls for which it is an error at all. */
  readonly at: readonly CallName[];
  /** Takes for ever, so the call is given a short time limit. */
  readonly isEndless?: boolean;
  /** The call never gets to the server, because the browser does not let it out. */
  readonly keptBack?: boolean;
}

const ALL = ['captcha', 'verify', 'send', 'login'] as const;
/** Those that cost no puzzle, and so can be tried in every way there is. */
const CHEAP = ['captcha', 'login'] as const;
/** What the client makes of it, `fault-matrix.test.ts` shows at every call; here one is enough. */
const ONE = ['login'] as const;
/** Those whose answer has to say something: a message is sent without a word. */
const TELLING = ['captcha', 'verify', 'login'] as const;

const NETWORK = { code: 'network', httpStatus: null } as const;
const PADDED: Fault = { kind: 'patch', json: { padding: 'x'.repeat(1_100_000) } };
const NONSENSE = { code: 'bad-response', httpStatus: 200 } as const;

const endless = (name: string, fault: Fault, at: readonly CallName[]): Kind => ({
  name,
  fault,
  at,
  expected: { code: 'timeout', httpStatus: null },
  isEndless: true,
});

const body = (name: string, text: string, at: readonly CallName[] = CHEAP): Kind => ({
  name,
  fault: { kind: 'body', body: text },
  expected: NONSENSE,
  at,
});

const status = (code: number, expected: ErrorCode, at: readonly CallName[] = ONE): Kind => ({
  name: `${code} with a page of HTML`,
  fault: { kind: 'html', status: code },
  expected: { code: expected, httpStatus: code },
  at,
});

const bare = (code: number, expected: ErrorCode, at: readonly CallName[] = ONE): Kind => ({
  name: `${code} without a body`,
  fault: { kind: 'status', status: code },
  expected: { code: expected, httpStatus: code },
  at,
});

/** @param isShown The server's own sentence says more than ours. */
const refusal = (serverCode: string, code: ErrorCode, isShown = false): Kind => ({
  name: `400 ${serverCode}`,
  fault: {
    kind: 'status',
    status: 400,
    body: { error_code: serverCode, error_msg: `the server says ${serverCode}` },
  },
  expected: {
    code,
    httpStatus: 400,
    serverCode,
    ...(isShown && { serverText: `the server says ${serverCode}` }),
  },
  at: ONE,
});

/** The connection, and what gateways and other origins' rules do to it. */
export const WIRE: readonly Kind[] = [
  // First, before the browser remembers that it was allowed.
  {
    name: 'refused preflight',
    fault: { kind: 'refuse-preflight' },
    expected: NETWORK,
    at: ALL,
    keptBack: true,
  },
  { name: 'cut in the middle of the body', fault: { kind: 'cut' }, expected: NETWORK, at: ALL },
  { name: 'no CORS headers', fault: { kind: 'no-cors' }, expected: NETWORK, at: ALL },
  { name: 'redirect', fault: { kind: 'redirect', location: '/elsewhere' }, expected: NETWORK, at: ALL },
  endless('no answer at all', { kind: 'hang' }, CHEAP),
  endless('headers, then nothing', { kind: 'hang-body' }, ALL),
  endless('one byte a second (N2)', { kind: 'drip', ms: 1000 }, CHEAP),
];

/** Answers with 200 that are none. */
export const BODIES: readonly Kind[] = [
  { name: 'a page of HTML', fault: { kind: 'html' }, expected: NONSENSE, at: ALL },
  { name: 'truncated JSON', fault: { kind: 'truncate' }, expected: NONSENSE, at: ALL },
  { name: 'an empty body', fault: { kind: 'empty' }, expected: NONSENSE, at: TELLING },
  { name: '204', fault: { kind: 'empty', status: 204 }, expected: { code: 'bad-response' }, at: CHEAP },
  { name: 'the right answer in over 1 MiB (N2)', fault: PADDED, expected: NONSENSE, at: CHEAP },
  body('null', 'null', ALL),
  body('an array', '[{"status":"SUCCESS"}]'),
  body('a string', '"SUCCESS"'),
  body('a number', '1e400'),
  body('an empty object', '{}', TELLING),
  body(
    'wrong types',
    '{"status":true,"token":7,"captcha_token":{},"session_token":["t"],"expire":9}',
    TELLING,
  ),
  body(
    'not a picture',
    '{"token":"t","originalImageBase64":"iVBORw0KGgo=","jigsawImageBase64":"iVBORw0KGgo="}',
  ),
  {
    name: 'a refusal with 200',
    fault: { kind: 'body', body: '{"error_code":"SDK.COM.0002","status":"SUCCESS","session_token":"t"}' },
    expected: { code: 'busy', httpStatus: 200, serverCode: 'SDK.COM.0002' },
    at: ALL,
  },
];

/** Refusals by status alone. */
export const STATUSES: readonly Kind[] = [
  bare(400, 'bad-response', ALL),
  status(400, 'bad-response'),
  bare(401, 'bad-response'),
  status(403, 'bad-response', ALL),
  status(404, 'bad-response'),
  status(413, 'bad-response'),
  bare(429, 'rate-limited'),
  status(429, 'rate-limited', ALL),
  status(500, 'busy'),
  status(502, 'busy'),
  bare(503, 'busy', ALL),
  status(504, 'busy'),
];

/** Refusals by `error_code`, in all three spellings. Those of the puzzle itself are not here: it goes on after them. */
export const REFUSALS: readonly Kind[] = [
  refusal('IDAAS.SDK.PARAM.0001', 'device-incomplete'),
  refusal('PARAM.0003', 'app-unknown'),
  refusal('SDK.CAPTCHA.0006', 'send-failed'),
  refusal('USER.0001', 'user-not-found'),
  refusal('SDK.USER.0039', 'user-disabled'),
  refusal('IDAAS.SDK.LOGIN.0001', 'user-locked', true),
  refusal('LOGIN.0002', 'password-wrong', true),
  refusal('COM.0002', 'busy'),
  refusal('RISK.0042', 'refused', true),
  refusal('constructor', 'refused', true),
];
