import { createClient } from '../../../src/client/client.js';
import { createFlow, type Flow } from '../../../src/flow/flow.js';
import type { FlowHost } from '../../../src/flow/flow-state.js';
import type { CodeSender, Next, Run, Step, Values } from '../../../src/flow/step.js';
import { fakeDevice } from '../support/fake-device.js';
import { type Gate, gate } from '../support/gate.js';

/** An attempt whose end is in the hands of the test. */
interface OpenAttempt extends Gate<Next> {
  readonly run: Run;
  readonly values: Values;
}

/** A flow without a server: its steps end when the test says so. */
export function openEnded(change: Partial<FlowHost> = {}) {
  const device = fakeDevice();
  const trace: string[] = [];
  const attempts: OpenAttempt[] = [];

  const act = (values: Values, run: Run) => {
    const end = gate<Next>();
    attempts.push({ ...end, values, run });
    return end.passed;
  };
  const code: CodeSender = {
    ...{ type: 'LOGIN_SMS', purpose: 'login', invalid: 'mobile-invalid' },
    readRecipient: ({ mobile }) => mobile ?? null,
    send: () => Promise.resolve(),
  };

  return {
    device,
    attempts,
    act,
    code,
    /** What the page was told, the steps that are shown among it. */
    told: trace,
    events: () => trace.filter((line) => !line.startsWith('step')),
    step: (parts: Partial<Step> = {}): Step => ({
      name: 'start',
      fields: ['mobile', 'code'],
      code,
      submit: act,
      ...parts,
    }),
    begin: (first: Step): Flow =>
      createFlow(
        {
          device,
          clientId: 'a',
          client: () => createClient({ baseUrl: 'https://ciam.example', clientId: 'a' }, device),
          consentNeeded: () => false,
          expected: () => ({}),
          solver: () => () => Promise.resolve('token'),
          mobilePattern: () => null,
          setting: () => undefined,
          onRedirect: () => true,
          onChange: () => undefined,
          onStep: (name) => void trace.push(`step ${name}`),
          onFailure: (error, name) => void trace.push(`failure ${error.code} ${name}`),
          onCodeSent: (purpose, at) => void trace.push(`sent ${purpose} ${at - device.clock}`),
          onSuccess: () => void trace.push('success'),
          ...change,
        },
        first,
      ),
  };
}

/** Somebody is logged in. */
export const SUCCESS: Next = {
  success: {
    session: { sessionToken: 's', expiresIn: 60, expiresAt: new Date(0), idToken: null },
    claims: null,
    verified: false,
  },
};

/** What {@link openEnded} makes. */
export type OpenEnded = ReturnType<typeof openEnded>;
