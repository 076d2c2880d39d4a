import type { Fault } from '../../demo/server/faults.js';

const SDK = '/api/v2/sdk';
const HANG = { kind: 'hang' } as const;
const answer = (json: object): Fault => ({ kind: 'body', body: JSON.stringify(json) });
const login = (fault: Fault) => [[`${SDK}/login/mobile-verify-code`, fault]] as const;
/** Accepts every order for a message, and sends none. */
const SENT: readonly [string, Fault] = [`${SDK}/sms/send`, { kind: 'empty' }];

/** The states of a login box that hold something, and how the server has to be for each. */
export const MOUNT_STATES = {
  'an idle form': [],
  'a form that was typed into': [],
  'tabs, all opened': [],
  'countries on their way': [[`${SDK}/country-codes`, HANG]],
  'a code sent, its countdown running': [SENT],
  'a puzzle open': [],
  'a message on its way': [[`${SDK}/sms/send`, HANG]],
  'a login under way': login(HANG),
  'a refusal shown': login({ kind: 'empty', status: 503 }),
  'another step asked for': login(
    answer({
      status: 'SOCIAL_BIND',
      state_token: 'a.b.c',
      data: '{"socialBindOrRegisterFlow":["VERIFY_PHONE"]}',
    }),
  ),
  'one tap waiting': [],
  'back from Alipay': [`${SDK}/login/alipay`, '/api/v3/sdk/login/alipay'].map(
    (path) => [path, HANG] as const,
  ),
  'logged in': login(answer({ status: 'SUCCESS', session_token: 'token', expire: 43_200 })),
} satisfies Record<string, readonly (readonly [path: string, fault: Fault])[]>;

/** The name of a state. */
export type MountState = keyof typeof MOUNT_STATES;
