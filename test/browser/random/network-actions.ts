import { type ApiCall, CALLS, CALL_NAMES } from '../../support/faults/calls.ts';
import { FAULTS, faultAt } from '../../support/faults/fault-table.ts';
import type { Action } from './action.ts';
import { pick } from './pick.ts';

/** After a reset, and a 408, browsers ask once more by themselves: see `browser-repeats.test.ts`. */
const ROWS = FAULTS.filter(({ name }) => !/^(a reset|408)/.test(name));

/** Calls that are made often come often. */
const OFTEN = [
  ...CALL_NAMES,
  ...([
    'smsLogin',
    'smsLogin',
    'smsLogin',
    'sendSms',
    'sendSms',
    'oneClick',
    'alipay',
    'captcha',
    'verify',
    'mobileByToken',
  ] as const),
];

/** What happens between the page and the server. */
export const NETWORK: Readonly<Record<string, Action>> = {
  'a call goes wrong': {
    weight: 12,
    act(stage, _, n) {
      const call: ApiCall = CALLS[pick(OFTEN, n)];
      const fault = faultAt(pick(ROWS, n >>> 8), call);
      return fault && stage.fault(call.path, { ...fault, ...(n & 1 && { times: 1 }) });
    },
  },
  'a call is late': {
    weight: 6,
    act: (stage, _, n) =>
      stage.fault(CALLS[pick(OFTEN, n)].path, { kind: 'delay', ms: pick([5, 20, 60, 150], n >>> 8) }),
  },
  'all calls are right again': { weight: 6, act: ({ ciam }) => ciam.clearFaults() },
  'the network is gone': { weight: 2, act: ({ calls }) => (calls.isOnline = false) },
  'the network is back': { weight: 4, act: ({ calls }) => (calls.isOnline = true) },
  'time goes by': { weight: 4, act: (stage, _, n) => stage.pass(pick([61_000, 3_600_000, 10_000], n)) },
  'the clock is set back': { weight: 1, act: (stage) => stage.pass(-3_600_000) },
};
