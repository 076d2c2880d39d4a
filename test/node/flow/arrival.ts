import type { JournalEntry } from '../../../demo/server/journal.js';
import { TEST_NUMBERS, TEST_PASSWORD } from '../../../demo/server/test-numbers.js';
import type { Values } from '../../../src/flow/step.js';
import { oneClick } from '../../../src/methods/one-click.js';
import { password } from '../../../src/methods/password.js';
import { type AlipayBench, startAlipayBench, success } from '../methods/alipay-shop.js';
import { type Visit, type VisitOptions, entered } from './visit.js';

/** Ways of logging in after which the server may ask for more, and the calls by which they arrive. */
export const LOGIN_CALLS = {
  sms: '/api/v2/sdk/login/mobile-verify-code',
  alipay: '/api/v3/sdk/login/alipay',
  'one-click': '/api/v2/sdk/login/aliyun-mobile-auth',
  password: '/api/v2/sdk/login/auth',
} as const;

export type Way = keyof typeof LOGIN_CALLS;
export const WAYS = Object.keys(LOGIN_CALLS) as Way[];

/** A password that meets the demo's policy. */
export const FRESH = 'Fresh-5678';

export type TestNumberName = keyof typeof TEST_NUMBERS;

/** Somebody whose login was not over with its first answer. */
export interface Arrival extends Visit {
  /** Requests since then. */
  since(): JournalEntry[];
  /** Methods and paths of them. */
  wire(): string[];
  /** What the page was told since then. */
  toldSince(): string[];
  /** Has a code sent and enters it. */
  prove(recipient: string, values?: Values): Promise<void>;
}

/** A tenant, and people who get so far that it asks for more. */
export interface ArrivalBench extends AlipayBench {
  arrive(way: Way, name: TestNumberName, options?: VisitOptions): Promise<Arrival>;
}

export async function startArrivalBench(): Promise<ArrivalBench> {
  const bench = await startAlipayBench();
  const { server } = bench;

  async function logIn(way: Way, mobile: string, options: VisitOptions): Promise<Visit> {
    if (way === 'alipay') {
      const answer = success(server.issueAlipayCode({ mobile }));
      const shop = await bench.goAndReturn({ answer, ...options }, options);
      await shop.resume();
      return shop;
    }
    const consent = { consent: 'on' };
    if (way === 'sms') {
      const visitor = await bench.visit(options);
      await visitor.flow.sendCode(entered(mobile, '', consent));
      await visitor.flow.submit(entered(mobile, server.inbox.latestCode(mobile)!, consent));
      return visitor;
    }
    const step = await (way === 'password' ? password : oneClick).begin();
    const getToken = () => Promise.resolve(server.issueOneClickToken({ mobile }));
    const settings = { oneClick: { getToken }, ...options.settings };
    const visitor = await bench.visit({ ...options, step, settings });
    await visitor.flow.submit({ userName: mobile, password: TEST_PASSWORD, ...consent });
    return visitor;
  }

  return {
    ...bench,
    async arrive(way, name, options = {}) {
      const visitor = await logIn(way, TEST_NUMBERS[name].mobile, options);
      const calls = server.journal.list().length;
      const lines = visitor.told.length;
      const since = () => server.journal.list().slice(calls);
      const more = {
        since,
        wire: () => since().map(({ method, path }) => `${method} ${path.replace('/api/v2/sdk', '')}`),
        toldSince: () => visitor.told.slice(lines),
        async prove(recipient: string, values: Values = {}) {
          await visitor.flow.sendCode(values);
          await visitor.flow.submit({ ...values, code: server.inbox.latestCode(recipient) ?? '000000' });
        },
      };
      return Object.defineProperties(more, Object.getOwnPropertyDescriptors(visitor)) as Arrival;
    },
  };
}

/** What the state token of a request is good for; `null` where it carries none. */
export function purposeOf({ headers }: JournalEntry): unknown {
  const [, payload] = headers['x-state-token']?.split('.') ?? [];
  if (payload === undefined) return null;
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>)['purpose'];
}
