import { afterAll, afterEach, beforeEach } from 'vitest';
import type { CiamServer } from '../../../demo/server/ciam-server.js';
import { type ClientConfig, createClient } from '../../../src/client/client.js';
import type { DeviceData } from '../../../src/device/device.js';
import type { CaptchaSolver } from '../../../src/flow/captcha-request.js';
import { type Flow, type Phase, createFlow } from '../../../src/flow/flow.js';
import type { Step, Success, Values } from '../../../src/flow/step.js';
import { sms } from '../../../src/methods/sms.js';
import type { CiamError } from '../../../src/protocol/errors.js';
import type { ExpectedClaims } from '../../../src/protocol/id-token.js';
import { startQuickServer } from '../../support/quick-server.js';
import { type FakeDevice, fakeDevice } from '../support/fake-device.js';
import { expectOrder } from './order.js';

/** How a visit differs from the usual one. */
export interface VisitOptions {
  device?: FakeDevice;
  config?: Partial<ClientConfig>;
  consentNeeded?: boolean;
  expected?: ExpectedClaims;
  solver?: CaptchaSolver;
  /** The first step; that of a login by text message without it. */
  step?: Step;
  /** What the page has set, by the names of the properties. */
  settings?: Readonly<Record<string, unknown>>;
  /** The page's answer to `ciam-login-redirect`: false prevents it. */
  mayLeave?: boolean;
}

/** Somebody at a login, without a browser; everything that the page was told is kept in `told`. */
export interface Visit {
  readonly flow: Flow;
  readonly device: FakeDevice;
  readonly first: Step;
  solver: CaptchaSolver;
  /** `step captcha`, `sent login`, `failure code-wrong start`, `success`, and the phases: `= ready`. */
  readonly trace: string[];
  /** `trace` without the phases. */
  readonly told: string[];
  /** `told` without the steps. */
  readonly events: string[];
  readonly errors: CiamError[];
  readonly successes: { success: Success; data: DeviceData }[];
  readonly resendAts: number[];
  readonly redirects: string[];
  restart(): void;
  /** Has a code sent and enters it. */
  logIn(mobile: string): Promise<void>;
}

/** A server, and any number of visits to it. After each test the order of all that happened is checked. */
export interface FlowBench {
  readonly server: CiamServer;
  visit(options?: VisitOptions): Promise<Visit>;
  /** A person who puts the piece where it belongs. */
  readonly solve: CaptchaSolver;
  /** Methods and paths of everything that came over the wire. */
  wire(): string[];
}

export async function startFlowBench(): Promise<FlowBench> {
  const server = await startQuickServer();
  let visits: Visit[] = [];
  beforeEach(() => server.reset());
  afterEach(() => {
    // One that is not in order is not held against the tests after it.
    const ended = visits;
    visits = [];
    for (const { trace } of ended) expectOrder(trace);
  });
  afterAll(() => server.stop());

  const solve: CaptchaSolver = async (request) => {
    const challenge = await request.fetchChallenge();
    return request.verify(challenge, server.puzzleX(challenge.token)!);
  };
  return {
    server,
    solve,
    wire: () =>
      server.journal.list().map(({ method, path }) => `${method} ${path.replace('/api/v2/sdk', '')}`),
    async visit(options = {}) {
      const visit = await begin(server, { solver: solve, ...options });
      visits.push(visit);
      return visit;
    },
  };
}

async function begin(server: CiamServer, options: VisitOptions & { solver: CaptchaSolver }): Promise<Visit> {
  const { device = fakeDevice(), config, consentNeeded = false, expected = {} } = options;
  const first = options.step ?? (await sms.begin());
  const trace: string[] = [];
  let phase: Phase = 'ready';

  const flow = createFlow(
    {
      device,
      clientId: config?.clientId ?? 'demo-client',
      client: () => createClient({ baseUrl: server.origin, clientId: 'demo-client', ...config }, device),
      consentNeeded: () => consentNeeded,
      expected: () => expected,
      solver: () => visit.solver,
      mobilePattern: () => null,
      setting: (name) => options.settings?.[name],
      onRedirect(url) {
        visit.redirects.push(url);
        trace.push('redirect');
        return options.mayLeave ?? true;
      },
      onChange() {
        if (flow.state.phase === phase) return;
        phase = flow.state.phase;
        trace.push(`= ${phase}`);
      },
      onStep: (name) => void trace.push(`step ${name}`),
      onFailure(error, step) {
        visit.errors.push(error);
        trace.push(`failure ${error.code} ${step}`);
      },
      onCodeSent(purpose, resendAt) {
        visit.resendAts.push(resendAt);
        trace.push(`sent ${purpose}`);
      },
      onSuccess(success, data) {
        visit.successes.push({ success, data });
        trace.push('success');
      },
    },
    first,
  );

  const visit: Visit = {
    flow,
    device,
    first,
    solver: options.solver,
    trace,
    get told() {
      return trace.filter((line) => !/^(=|restart)/.test(line));
    },
    get events() {
      return trace.filter((line) => /^(sent|failure|success)/.test(line));
    },
    errors: [],
    successes: [],
    resendAts: [],
    redirects: [],
    restart() {
      trace.push('restart');
      flow.restart(first);
    },
    async logIn(mobile) {
      await flow.sendCode(entered(mobile));
      await flow.submit(entered(mobile, server.inbox.latestCode(mobile) ?? '000000'));
    },
  };
  return visit;
}

/** What stands in the fields. */
export function entered(mobile: string, code = '', more: Values = {}): Values {
  return { mobile, areaCode: '86', code, ...more };
}
