import { executeServerCommand } from '@web/test-runner-commands';
import type { CiamServer } from '../../demo/server/ciam-server.js';
import type { GrantOptions } from '../../demo/server/grant-store.js';
import type { CiamAnswer, CiamCommand, CiamOperation, CiamOptions } from './ciam-commands.js';

/** A real CIAM server as a browser test holds it: the server's own interface, with every call a promise. */
export interface Ciam {
  /** Where it listens: the `base-url` to give to the element. Never the test page's own origin. */
  readonly origin: string;
  /** Changes how the server behaves from now on. */
  settings(values: Partial<CiamServer['settings']>): Promise<void>;
  /** Makes calls that match the pattern fail in the given way. */
  fault(...args: Parameters<CiamServer['faults']['set']>): Promise<void>;
  clearFaults(): Promise<void>;
  /** Every request the server has seen. */
  journal(): Promise<ReturnType<CiamServer['journal']['list']>>;
  clearJournal(): Promise<void>;
  /** The code last sent to this number. */
  code(mobile: string): Promise<ReturnType<CiamServer['inbox']['latestCode']>>;
  /** Every text message sent, or those to one number. */
  inbox(mobile?: string): Promise<ReturnType<CiamServer['inbox']['list']>>;
  /** Where the piece of a puzzle belongs, in image pixels. */
  puzzleX(token: string): Promise<number | null>;
  /** Moves the server's clock ahead. */
  advance(ms: number): Promise<void>;
  /** What Alipay would send back as `auth_code`. */
  alipayCode(options?: GrantOptions): Promise<string>;
  /** What WeChat would send back as `code`. */
  wechatCode(options?: GrantOptions): Promise<string>;
  /** What the carrier's SDK would hand to the page. */
  oneClickToken(options?: GrantOptions): Promise<string>;
  /** From now on another key signs id_tokens. */
  rotateSigningKey(): Promise<void>;
  /** Back to the state it was started in. */
  reset(): Promise<void>;
  /** Stops it before the end of the run, as an outage would. Servers that are left are stopped by the runner. */
  stop(): Promise<void>;
}

/** Starts a CIAM server that lets this page in, unless `allowedOrigins` says otherwise. */
export async function startCiam(options: CiamOptions = {}): Promise<Ciam> {
  const { id, origin } = await send<{ id: string; origin: string }>({
    op: 'start',
    options: { allowedOrigins: [location.origin], ...options },
  });
  const ask = <T>(operation: CiamOperation): Promise<T> => send<T>({ ...operation, id });
  return {
    origin,
    settings: (values) => ask({ op: 'settings', values }),
    fault: (pattern, fault) => ask({ op: 'fault', pattern, fault }),
    clearFaults: () => ask({ op: 'clear-faults' }),
    journal: () => ask({ op: 'journal' }),
    clearJournal: () => ask({ op: 'clear-journal' }),
    code: (mobile) => ask({ op: 'code', mobile }),
    inbox: (mobile) => ask({ op: 'inbox', mobile }),
    puzzleX: (token) => ask({ op: 'puzzle-x', token }),
    advance: (ms) => ask({ op: 'advance', ms }),
    alipayCode: (grant) => ask({ op: 'alipay-code', options: grant }),
    wechatCode: (grant) => ask({ op: 'wechat-code', options: grant }),
    oneClickToken: (grant) => ask({ op: 'one-click-token', options: grant }),
    rotateSigningKey: () => ask({ op: 'rotate-signing-key' }),
    reset: () => ask({ op: 'reset' }),
    stop: () => ask({ op: 'stop' }),
  };
}

async function send<T>(command: CiamCommand): Promise<T> {
  const answer = await executeServerCommand<CiamAnswer<T>, CiamCommand>('ciam', command);
  return answer.value as T; // JSON has no undefined: what gives nothing comes back without a value
}
